import { placeAll } from "../resolve/place.ts";
import { effectiveEntries, type Invariant, problem } from "./subject.ts";

/** The Spot share asked for can be reached with the critical floors held. */
export const spotInvariant: Invariant = (subject) => {
  const { spot } = subject.config;
  const { withinTolerance, actualShare, why } = placeAll(effectiveEntries(subject), spot);
  if (withinTolerance) return [];
  const wanted = `${spot.targetShare} ± ${spot.tolerance} of the vCPU`;
  const fix = `Change platform.spot, or the replicas and tiers behind it: ${why}.`;
  return [problem("spot-target", "platform.spot", Math.round(actualShare * 1000) / 1000, wanted, fix)];
};
