import type { Placement } from "@pyairtable/plan";
import { splitTasks } from "@pyairtable/spot-risk";
import { ASSUMPTIONS } from "./assumptions.ts";

/** Tasks running on average over a month, by provider. */
export interface AverageTasks {
  readonly onDemand: number;
  readonly spot: number;
}

export interface TaskSchedule {
  readonly placement: Pick<Placement, "onDemandBase" | "onDemandWeight" | "spotWeight">;
  readonly replicas: { readonly min: number; readonly max: number };
  /** Replicas while asleep and the share of the week spent so; null where always on. */
  readonly asleep: { readonly replicas: number; readonly shareOfWeek: number } | null;
}

/** Minimum plus expected growth while awake, the sleeping count otherwise; split as ECS splits. */
export function averageTasks({ placement, replicas, asleep }: TaskSchedule): AverageTasks {
  const awakeShare = 1 - (asleep?.shareOfWeek ?? 0);
  const growth = ASSUMPTIONS.growthShare * Math.max(0, replicas.max - replicas.min);
  const awake = splitTasks(placement, replicas.min);
  const sleeping = splitTasks(placement, asleep?.replicas ?? 0);
  const growthOnDemand = growth * growthOnDemandShare(placement, replicas.min);
  return {
    onDemand: awakeShare * (awake.onDemand + growthOnDemand) + (1 - awakeShare) * sleeping.onDemand,
    spot: awakeShare * (awake.spot + growth - growthOnDemand) + (1 - awakeShare) * sleeping.spot,
  };
}

function growthOnDemandShare(placement: TaskSchedule["placement"], min: number): number {
  if (placement.onDemandBase > min) return 1;
  return placement.onDemandWeight / (placement.onDemandWeight + placement.spotWeight);
}
