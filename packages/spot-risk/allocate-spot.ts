import type { Placement } from "@pyairtable/plan";
import { choicesOf } from "./choices.ts";
import { explainShare } from "./explain-share.ts";
import { onDemandFloor } from "./floors.ts";
import { placementFor } from "./growth.ts";
import type { SpotAllocation, SpotInput, SpotOptions } from "./input.ts";
import { solve } from "./solve.ts";

// Shares are quotients: without it 0.72 - 0.7 would lie outside a tolerance of 0.02.
const ROUNDING = 1e-9;

/**
 * Places every service so that the platform's Spot share of vCPU at minimum replicas meets the target.
 *
 * Critical floors always hold (`onDemandFloor`). Among all assignments within tolerance it takes the one with the
 * fewest disruption points, then the nearest to the target; the order of `inputs` does not matter. An unreachable
 * target gives the nearest share with `withinTolerance` false. Throws an `Error` for inputs no catalog may produce
 * (two services of one name, shares outside 0 to 1, counts that are not whole).
 */
export function allocateSpot(inputs: readonly SpotInput[], options: SpotOptions): SpotAllocation {
  assertSound(inputs, options);
  const services = [...inputs].sort((a, b) => (a.name < b.name ? -1 : 1));
  const total = services.reduce((sum, s) => sum + s.cpuUnits * s.replicas.min, 0);
  const share = (spot: number) => (total === 0 ? 0 : spot / total);
  const away = (spot: number) => Math.abs(share(spot) - options.targetShare);
  const outside = (spot: number) => (away(spot) <= options.tolerance + ROUNDING ? 0 : away(spot));

  const solution = solve(services.map(choicesOf), outside, away);
  const placements = new Map<string, Placement>();
  for (const [i, service] of services.entries()) {
    const onDemand = solution.onDemand[i]!;
    // A critical service asleep at 0 replicas still wakes on its floor.
    const base = Math.max(onDemand, onDemandFloor(service.tier, service.replicas.min));
    placements.set(service.name, placementFor(service, base, options.targetShare, reasonOf(service, onDemand)));
  }
  const actualShare = share(solution.spotCpuUnits);
  const withinTolerance = outside(solution.spotCpuUnits) === 0;
  const why = explainShare(services, options, actualShare, withinTolerance);
  return { placements, actualShare, withinTolerance, why };
}

function reasonOf(service: SpotInput, onDemand: number): string {
  const { min } = service.replicas;
  if (service.tier === "critical") return `critical: ${onDemand} of ${min} on demand, lives through loss of all Spot`;
  if (onDemand === 0) {
    return service.tier === "batch"
      ? "batch: work is retried, all on Spot"
      : `standard: ${min} of ${min} on Spot to meet the platform's share`;
  }
  return `${service.tier}: ${onDemand} of ${min} on demand, the platform's share allows it`;
}

function assertSound(inputs: readonly SpotInput[], options: SpotOptions): void {
  const isShare = (value: number) => value >= 0 && value <= 1;
  if (!isShare(options.targetShare) || !isShare(options.tolerance)) throw new Error("shares lie between 0 and 1");
  const names = new Set<string>();
  for (const { name, cpuUnits, replicas } of inputs) {
    if (names.has(name)) throw new Error(`two services are named ${name}`);
    names.add(name);
    if (!Number.isInteger(cpuUnits) || cpuUnits <= 0) throw new Error(`${name}: cpuUnits must be whole and above 0`);
    const { min, max } = replicas;
    if (!Number.isInteger(min) || !Number.isInteger(max) || min < 0 || max < min) {
      throw new Error(`${name}: replicas must be whole, 0 ≤ min ≤ max`);
    }
  }
}
