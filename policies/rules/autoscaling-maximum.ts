import { AUTOSCALER_TYPES, autoscalerOf } from "../read/kubernetes/autoscalers.ts";
import type { PropsOf } from "../resource-types.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

const TARGET = "aws:appautoscaling/target:Target";

export const autoscalingMaximum = resourceRule({
  id: "autoscaling-maximum",
  title: "Autoscaling stops at no more tasks or pods than the stack allows.",
  severity: "high",
  remediation: "Lower `replicas.max` in the catalog, or raise `maxTasks` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { maxTasks: amount(10, "Most tasks or pods autoscaling may reach for one service") },
  types: [TARGET, ...AUTOSCALER_TYPES],
  check(resource, { maxTasks }) {
    const target = resource.type === TARGET ? (resource.props as PropsOf<typeof TARGET>) : undefined;
    if (target !== undefined && target.serviceNamespace !== "ecs")
      return notApplicable("the target does not scale ECS tasks");
    const got = target?.maxCapacity ?? autoscalerOf(resource as Parameters<typeof autoscalerOf>[0]).maxReplicas;
    if (got <= maxTasks) return [];
    const finding: Finding = {
      what: "autoscaling maximum",
      got,
      wanted: `at most ${maxTasks} tasks`,
      fix: "Lower replicas.max in the catalog.",
    };
    return [finding];
  },
});
