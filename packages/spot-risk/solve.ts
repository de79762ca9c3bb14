import type { Choice } from "./choices.ts";
import { gcd } from "./growth.ts";

export interface Solution {
  /** Chosen on-demand tasks, one per service in the order given. */
  readonly onDemand: readonly number[];
  readonly spotCpuUnits: number;
}

/**
 * Exact choice per service by dynamic programming over Spot vCPU.
 *
 * `distance(spotCpuUnits)` says how far a total lies from the target and 0 counts as "within tolerance"; `tieDistance`
 * orders totals of equal distance and equal points. Order: distance, points, tieDistance, less Spot; then, service by
 * service in the order given, the preferred choice. So equal inputs give equal answers.
 */
export function solve(
  services: readonly (readonly Choice[])[],
  distance: (spotCpuUnits: number) => number,
  tieDistance: (spotCpuUnits: number) => number,
): Solution {
  const unit = services.flat().reduce((acc, choice) => gcd(acc, choice.spotCpuUnits), 0) || 1;
  const fewestPoints = suffixTables(services, unit);
  const first = fewestPoints[0]!;
  let best: { units: number; rank: readonly number[] } | undefined;
  for (let units = 0; units < first.length; units++) {
    const points = first[units]!;
    if (points === Number.POSITIVE_INFINITY) continue;
    const rank = [distance(units * unit), points, tieDistance(units * unit), units];
    if (best === undefined || compareRanks(rank, best.rank) < 0) best = { units, rank };
  }
  if (best === undefined) throw new Error("every service needs at least one choice");
  return { onDemand: walk(services, fewestPoints, best.units, unit), spotCpuUnits: best.units * unit };
}

/** Row i, column u: fewest points with which services i… put exactly u units on Spot. */
function suffixTables(services: readonly (readonly Choice[])[], unit: number): Float64Array[] {
  const most = services.map((choices) => Math.max(...choices.map((c) => c.spotCpuUnits / unit)));
  const size = most.reduce((sum, n) => sum + n, 0) + 1;
  const rows: Float64Array[] = new Array(services.length + 1);
  const last = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  last[0] = 0;
  rows[services.length] = last;
  let reach = 0;
  for (let i = services.length - 1; i >= 0; i--) {
    const next = rows[i + 1]!;
    const row = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    for (const choice of services[i]!) {
      const step = choice.spotCpuUnits / unit;
      for (let u = 0; u <= reach; u++) {
        const points = next[u]! + choice.points;
        if (points < row[u + step]!) row[u + step] = points;
      }
    }
    reach += most[i]!;
    rows[i] = row;
  }
  return rows;
}

function walk(
  services: readonly (readonly Choice[])[],
  fewestPoints: readonly Float64Array[],
  units: number,
  unit: number,
): number[] {
  let left = units;
  return services.map((choices, i) => {
    const wanted = fewestPoints[i]![left]!;
    const choice = choices.find((c) => {
      const rest = left - c.spotCpuUnits / unit;
      return rest >= 0 && fewestPoints[i + 1]![rest]! + c.points === wanted;
    });
    if (choice === undefined) throw new Error("the table and the walk disagree");
    left -= choice.spotCpuUnits / unit;
    return choice.onDemand;
  });
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
