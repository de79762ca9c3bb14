import type { GraphKind } from "../types.ts";

/** Free themselves: they decide how many tasks the service's own price counts. */
export const scalingShape: GraphKind = {
  types: ["aws:appautoscaling/target:Target", "aws:appautoscaling/scheduledAction:ScheduledAction"],
  price: () => [],
};
