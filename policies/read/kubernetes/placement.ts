import type { PodSpec } from "../../kubernetes-types.ts";
import { type ConfigOf, text, texts } from "../../settings.ts";
import { selects } from "./selectors.ts";
import type { Workload } from "./workloads.ts";

/**
 * How nodes that are not taken back are told from Spot, as knobs: clouds and autoscalers differ. By pool rather than by
 * capacity type where the Spot pool falls back to on demand: it stays a place to run when Spot is gone.
 */
export const CAPACITY = {
  capacityLabels: texts(
    ["karpenter.sh/nodepool", "karpenter.sh/capacity-type"],
    "Node labels that tell Spot from on demand",
  ),
  onDemand: text("on-demand", "Their value on nodes that are not taken back"),
} as const;

/** True where the scheduler must put the pod on a node that is not taken back. */
export function isOnDemand(pod: PodSpec, { capacityLabels, onDemand }: ConfigOf<typeof CAPACITY>): boolean {
  return capacityLabels.some((label) => isPinnedTo(pod, label, onDemand));
}

/**
 * Share of its pods that may stand on Spot, 0 to 1: none where all must be on demand, half where they are held even over
 * both kinds of node, else all.
 */
export function spotShareOfPods(workload: Workload, capacity: ConfigOf<typeof CAPACITY>): number {
  if (isOnDemand(workload.pod, capacity)) return 0;
  const held = capacity.capacityLabels.some(
    (label) => spreadOver(workload, label)?.whenUnsatisfiable === "DoNotSchedule",
  );
  return held ? 0.5 : 1;
}

function isPinnedTo(pod: PodSpec, label: string, value: string): boolean {
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
