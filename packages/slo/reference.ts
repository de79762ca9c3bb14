import { errorBudget } from "./budget.ts";
import type { LowTraffic } from "./spec.ts";
import type { BurnWindow } from "./windows.ts";

/** Requests of one interval; `atSeconds` is its end. Ascending and evenly spaced. */
export interface TrafficSample {
  readonly atSeconds: number;
  readonly total: number;
  readonly bad: number;
}

/** Half open: fires from `fromSeconds` on, no longer at `toSeconds`. */
export interface FiringInterval {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/**
 * When the published multi-window, multi-burn-rate alert fires over a series, by its formula and nothing else: both
 * windows' share of bad requests above factor × budget, and the long window past the floors. What rules in Prometheus
 * are compared with.
 */
export function firingIntervals(
  samples: readonly TrafficSample[],
  objective: number,
  window: BurnWindow,
  floors: LowTraffic = { minimumRequests: 1, minimumBadEvents: 1 },
): readonly FiringInterval[] {
  const sums = prefixSums(samples);
  const threshold = window.factor * errorBudget(objective);
  const intervals: FiringInterval[] = [];
  let from: number | null = null;
  for (const [index, { atSeconds }] of samples.entries()) {
    const long = sumSince(samples, sums, index, window.longSeconds);
    const short = sumSince(samples, sums, index, window.shortSeconds);
    const enough = long.total >= floors.minimumRequests && long.bad >= floors.minimumBadEvents;
    const fires = enough && share(long) > threshold && share(short) > threshold;
    if (fires && from === null) from = atSeconds;
    if (!fires && from !== null) {
      intervals.push({ fromSeconds: from, toSeconds: atSeconds });
      from = null;
    }
  }
  const last = samples.at(-1);
  if (from !== null && last !== undefined) intervals.push({ fromSeconds: from, toSeconds: last.atSeconds + 1 });
  return intervals;
}

interface Sums {
  readonly total: number;
  readonly bad: number;
}

const share = ({ total, bad }: Sums) => (total > 0 ? bad / total : 0);

function prefixSums(samples: readonly TrafficSample[]): readonly Sums[] {
  const sums: Sums[] = [{ total: 0, bad: 0 }];
  for (const { total, bad } of samples) {
    const before = sums.at(-1)!;
    sums.push({ total: before.total + total, bad: before.bad + bad });
  }
  return sums;
}

/** Sum over (t − window, t]. */
function sumSince(samples: readonly TrafficSample[], sums: readonly Sums[], index: number, seconds: number): Sums {
  const first = firstAfter(samples, samples[index]!.atSeconds - seconds);
  const [until, before] = [sums[index + 1]!, sums[first]!];
  return { total: until.total - before.total, bad: until.bad - before.bad };
}

/** Index of the first sample after `seconds`. */
function firstAfter(samples: readonly TrafficSample[], seconds: number): number {
  let [low, high] = [0, samples.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (samples[middle]!.atSeconds > seconds) high = middle;
    else low = middle + 1;
  }
  return low;
}
