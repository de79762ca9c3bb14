import type { PodCapacity } from "@pyairtable/plan";
import { spotShareOfPods } from "@pyairtable/spot-risk";
import { ASSUMPTIONS } from "../assumptions.ts";
import type { AverageTasks } from "../average-tasks.ts";

export interface PodSchedule {
  readonly kind: PodCapacity["kind"];
  /** Bounds of the autoscaler. */
  readonly min: number;
  readonly max: number;
  /** Times in which at least `replicas` run; shares of a week, 0 to 1, that do not overlap. */
  readonly windows: readonly { readonly replicas: number; readonly shareOfWeek: number }[];
}

/**
 * Pods running on average over a month, by capacity type: the model of ECS tasks. While its floor is above zero a service
 * runs it and the expected growth; spread pods stand half on either type.
 */
export function averagePods({ kind, min, max, windows }: PodSchedule): AverageTasks {
  const inWindows = windows.reduce((sum, window) => sum + window.shareOfWeek, 0);
  const periods = [...windows, { replicas: min, shareOfWeek: Math.max(0, 1 - inWindows) }];
  const pods = periods.reduce((sum, { replicas, shareOfWeek }) => {
    const floor = Math.max(min, replicas);
    const growth = floor === 0 ? 0 : ASSUMPTIONS.growthShare * Math.max(0, max - floor);
    return sum + shareOfWeek * (floor + growth);
  }, 0);
  const spot = spotShareOfPods(kind) * pods;
  return { onDemand: pods - spot, spot };
}
