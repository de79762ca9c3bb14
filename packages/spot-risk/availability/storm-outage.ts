import { type Fleet, slackOf, survivesTotalSpotLoss } from "./fleet.ts";
import { meanRecoveryMinutes, RISK } from "./parameters.ts";

/**
 * Expected minutes of outage that one storm gives a service.
 *
 * Sums over which zones are hit, where the tasks stand, and how many each hit zone loses (beta-binomial). Where a zone
 * is spared, lost tasks start there at once; where none is, they wait for capacity. Cautious: assumes that all losses
 * fall together, so it overstates by at most the 3 minutes within which they do.
 */
export function stormOutageMinutes(fleet: Fleet, zones: number): number {
  // With too few tasks even in calm there is nothing left to lose.
  if (survivesTotalSpotLoss(fleet) || slackOf(fleet) < 0) return 0;
  let minutes = 0;
  for (let hits = 1; hits < 2 ** zones; hits++) {
    const everyZone = hits === 2 ** zones - 1;
    const wait = everyZone ? meanRecoveryMinutes(fleet.fallbackMinutes) : 0;
    const chance = patternChance(bitCount(hits), zones, everyZone);
    minutes += chance * outageChance(fleet, hits, zones) * (wait + fleet.replacementMinutes);
  }
  return minutes;
}

/** A storm is region-wide, or hits each zone by itself and at least one. */
function patternChance(hitZones: number, zones: number, everyZone: boolean): number {
  const { regionWideShare, zoneHitShare } = RISK;
  const atLeastOne = 1 - (1 - zoneHitShare) ** zones;
  const byZone = (zoneHitShare ** hitZones * (1 - zoneHitShare) ** (zones - hitZones)) / atLeastOne;
  return (everyZone ? regionWideShare : 0) + (1 - regionWideShare) * byZone;
}

/** Chance that the hit zones lose more tasks than the service has to spare, averaged over where its tasks start. */
function outageChance(fleet: Fleet, hits: number, zones: number): number {
  const slack = slackOf(fleet);
  let chance = 0;
  for (let first = 0; first < zones; first++) {
    let lost = [1];
    for (let zone = 0; zone < zones; zone++) {
      if ((hits >> zone) & 1) lost = convolve(lost, lossDistribution(tasksInZone(fleet.spot, zone, first, zones)));
    }
    chance += lost.slice(slack + 1).reduce((sum, p) => sum + p, 0);
  }
  return chance / zones;
}

/** Spot tasks spread evenly, the first one in zone `first`. */
export function tasksInZone(spot: number, zone: number, first: number, zones: number): number {
  const place = (zone - first + zones) % zones;
  return Math.floor(spot / zones) + (place < spot % zones ? 1 : 0);
}

/** Beta-binomial: chance of losing 0, 1, … of `tasks` where the share lost is Beta. */
export function lossDistribution(tasks: number): number[] {
  const { alpha, beta } = RISK.shareLost;
  const all = rising(alpha + beta, tasks);
  return Array.from(
    { length: tasks + 1 },
    (_, lost) => (choose(tasks, lost) * rising(alpha, lost) * rising(beta, tasks - lost)) / all,
  );
}

function rising(from: number, steps: number): number {
  let product = 1;
  for (let i = 0; i < steps; i++) product *= from + i;
  return product;
}

function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product *= (n - k + i) / i;
  return product;
}

function convolve(a: readonly number[], b: readonly number[]): number[] {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) sum[i + j]! += x * y;
  return sum;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
