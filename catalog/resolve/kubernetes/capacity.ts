import type { Placement, PodCapacity } from "@pyairtable/plan";

/** The placement of the plan, said in nodes: a base that covers every pod never takes Spot, a part of it spreads. */
export function capacityOf(placement: Placement, replicasMin: number): PodCapacity {
  const { onDemandBase, spotWeight } = placement;
  if (onDemandBase >= replicasMin || spotWeight === 0) {
    return { kind: "on-demand", why: "the placement keeps every pod of the minimum on demand" };
  }
  if (onDemandBase > 0) return { kind: "spread", why: "half of the pods live through the loss of all Spot" };
  return { kind: "spot", why: "Spot first; on demand where there is none" };
}
