import type { PodSpec } from "../../kubernetes-types.ts";
import { text } from "../../settings.ts";
import { selects } from "./selectors.ts";
import type { Workload } from "./workloads.ts";

/** Node label that tells Spot from on demand, as knobs: clouds and autoscalers differ in it. */
export const CAPACITY = {
  capacityLabel: text("karpenter.sh/capacity-type", "Node label that tells Spot from on demand"),
  onDemand: text("on-demand", "Its value on nodes that are not taken back"),
} as const;

/** True where the scheduler must put the pod on a node with one label value. */
export function isPinnedTo(pod: PodSpec, label: string, value: string): boolean {
  if (pod.nodeSelector?.[label] === value) return true;
  const terms = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  // Terms are alternatives: every one must say it.
  return (
    terms.length > 0 &&
    terms.every(({ matchExpressions = [] }) =>
      matchExpressions.some(
        ({ key, operator, values = [] }) =>
          key === label && operator === "In" && values.length > 0 && values.every((one) => one === value),
      ),
    )
  );
}

/** How evenly a workload's own pods are held over the values of a node label; undefined where they are not. */
export function spreadOver({ pod, template }: Workload, topologyKey: string) {
  return (pod.topologySpreadConstraints ?? []).find((constraint) => {
    return constraint.topologyKey === topologyKey && selects(constraint.labelSelector, template.metadata?.labels ?? {});
  });
}
