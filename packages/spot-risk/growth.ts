import type { Placement } from "@pyairtable/plan";
import table from "./data/preferences.json" with { type: "json" };
import type { SpotInput } from "./input.ts";
import { splitTasks } from "./split-tasks.ts";

/**
 * The placement that puts `onDemandTasks` of the minimum on demand.
 *
 * Those tasks are the base; tasks beyond the minimum follow the target's ratio where that leaves the split at the
 * minimum alone, and go to Spot where it does not. Spot-only services grow on Spot.
 */
export function placementFor(input: SpotInput, base: number, targetShare: number, reason: string): Placement {
  const { min, max } = input.replicas;
  const ratio = ratioOf(targetShare);
  const byTarget = { onDemandBase: base, ...ratio };
  const atMin = Math.min(base, min);
  const follows = base > 0 && splitTasks(byTarget, min).onDemand === atMin;
  const weights = follows ? ratio : { onDemandWeight: 0, spotWeight: 1 };
  return { onDemandBase: base, ...weights, why: `${reason}${growthReason(weights, min, max)}` };
}

function growthReason(weights: Pick<Placement, "onDemandWeight" | "spotWeight">, min: number, max: number): string {
  if (max <= min) return "";
  if (weights.onDemandWeight === 0) return "; grows on Spot";
  if (weights.spotWeight === 0) return "; grows on demand";
  return `; grows ${weights.onDemandWeight}:${weights.spotWeight} on demand to Spot`;
}

function ratioOf(targetShare: number): Pick<Placement, "onDemandWeight" | "spotWeight"> {
  const spot = Math.round(targetShare * table.weightDenominator);
  const onDemand = table.weightDenominator - spot;
  const divisor = gcd(spot, onDemand);
  return { onDemandWeight: onDemand / divisor, spotWeight: spot / divisor };
}

/** Greatest common divisor; `gcd(n, 0)` is n. */
export function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
