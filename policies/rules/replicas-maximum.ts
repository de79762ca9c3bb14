import type { GraphResource } from "../graph.ts";
import { AUTOSCALER_TYPES, autoscalerOf } from "../read/kubernetes/autoscalers.ts";
import { DEPLOYMENT, STATEFUL_SET } from "../read/kubernetes/workloads.ts";
import { ECS_SERVICE } from "../read/names.ts";
import type { PropsOf } from "../resource-types.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

const AUTOSCALERS: ReadonlySet<string> = new Set(AUTOSCALER_TYPES);

export const replicasMaximum = resourceRule({
  id: "replicas-maximum",
  title: "A service starts with no more tasks or pods than the stack allows.",
  severity: "medium",
  remediation: "Lower `replicas.min` in the catalog, or raise `maxTasks` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { maxTasks: amount(6, "Most tasks or pods a service starts with") },
  types: [ECS_SERVICE, DEPLOYMENT, STATEFUL_SET, ...AUTOSCALER_TYPES],
  *check(resource, { maxTasks }): Iterable<Finding> {
    const got = startedBy(resource);
    if (got <= maxTasks) return;
    const fix = "Lower replicas.min and let autoscaling add tasks.";
    yield { what: "tasks at start", got, wanted: `at most ${maxTasks}`, fix };
  },
});

function startedBy(resource: GraphResource): number {
  if (AUTOSCALERS.has(resource.type)) return autoscalerOf(resource as Parameters<typeof autoscalerOf>[0]).minReplicas;
  if (resource.type === ECS_SERVICE) return (resource.props as PropsOf<typeof ECS_SERVICE>).desiredCount ?? 1;
  return (resource.props as PropsOf<typeof DEPLOYMENT>).spec?.replicas ?? 1;
}
