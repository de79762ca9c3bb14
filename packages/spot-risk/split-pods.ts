import type { PodCapacity } from "@pyairtable/plan";
import type { TaskSplit } from "./split-tasks.ts";

/**
 * Pods that are sure to be on demand, and those that are not. Spread pods differ by one at most, and the odd one counts as
 * Spot: where it lands is chance.
 */
export function splitPods(kind: PodCapacity["kind"], count: number): TaskSplit {
  const onDemand = { spot: 0, spread: Math.floor(count / 2), "on-demand": count }[kind];
  return { onDemand, spot: count - onDemand };
}

/** Share of the pods that stand on Spot on average, 0 to 1: what to price. */
export function spotShareOfPods(kind: PodCapacity["kind"]): number {
  return { spot: 1, spread: 0.5, "on-demand": 0 }[kind];
}
