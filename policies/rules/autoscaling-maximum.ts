import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const autoscalingMaximum = resourceRule({
  id: "autoscaling-maximum",
  title: "Autoscaling stops at no more tasks than the stack allows.",
  severity: "high",
  remediation: "Lower `replicas.max` in the catalog, or raise `maxTasks` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { maxTasks: amount(10, "Most tasks autoscaling may reach for one service") },
  types: ["aws:appautoscaling/target:Target"],
  check({ props }, { maxTasks }) {
    if (props.serviceNamespace !== "ecs") return notApplicable("the target does not scale ECS tasks");
    if (props.maxCapacity <= maxTasks) return [];
    const finding: Finding = {
      what: "autoscaling maximum",
      got: props.maxCapacity,
      wanted: `at most ${maxTasks} tasks`,
      fix: "Lower replicas.max in the catalog.",
    };
    return [finding];
  },
});
