import table from "./data/preferences.json" with { type: "json" };
import { onDemandFloor } from "./floors.ts";
import type { SpotInput } from "./input.ts";

/** One way to run a service: `onDemand` of its minimum tasks on FARGATE, the others on Spot. */
export interface Choice {
  readonly onDemand: number;
  readonly spotCpuUnits: number;
  /** Disruption points, whole; lower is better. */
  readonly points: number;
}

/** All allowed choices, the preferred one first; equal points prefer fewer on-demand tasks. */
export function choicesOf(input: SpotInput): readonly Choice[] {
  const { min } = input.replicas;
  const floor = Math.min(onDemandFloor(input.tier, min), min);
  const choices: Choice[] = [];
  for (let onDemand = floor; onDemand <= min; onDemand++) {
    choices.push({
      onDemand,
      spotCpuUnits: (min - onDemand) * input.cpuUnits,
      points: pointsOf(input, onDemand, floor),
    });
  }
  return choices.sort((a, b) => a.points - b.points || a.onDemand - b.onDemand);
}

function pointsOf(input: SpotInput, onDemand: number, floor: number): number {
  const { points } = table;
  const { min } = input.replicas;
  if (min === 0) return 0;
  switch (input.tier) {
    case "critical":
      return (onDemand - floor) * points.criticalTaskAboveFloor;
    case "batch":
      return onDemand * points.batchTaskOnDemand;
    case "standard":
      if (onDemand > 0) return (onDemand - 1) * points.standardTaskAboveFirst;
      return min === 1 ? points.standardSingleSpotOnly : points.standardReplicatedSpotOnly;
  }
}
