import type { Placement } from "@pyairtable/plan";

export interface TaskSplit {
  readonly onDemand: number;
  readonly spot: number;
}

type Weights = Pick<Placement, "onDemandBase" | "onDemandWeight" | "spotWeight">;

/**
 * How ECS spreads `count` tasks over FARGATE and FARGATE_SPOT.
 *
 * The first `onDemandBase` go to FARGATE; the rest by weight, by largest remainder, a tie to on-demand. AWS documents
 * the ratio but not the rounding, so placements are made such that the split at the minimum never hangs on a tie.
 */
export function splitTasks(placement: Weights, count: number): TaskSplit {
  const { onDemandBase, onDemandWeight, spotWeight } = placement;
  const weights = onDemandWeight + spotWeight;
  if (weights <= 0) throw new Error("a placement needs at least one weight above 0");
  const base = Math.min(onDemandBase, count);
  const rest = count - base;
  const whole = Math.floor((rest * onDemandWeight) / weights);
  const remainder = (rest * onDemandWeight) % weights;
  // Two providers: at most one task is left over, and the larger remainder gets it.
  const onDemandRest = remainder * 2 >= weights ? whole + 1 : whole;
  return { onDemand: base + onDemandRest, spot: rest - onDemandRest };
}
