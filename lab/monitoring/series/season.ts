import type { Clock } from "./clock.ts";

const WEEKEND = 0.4;
/** Hours before noon and after it: a long afternoon. */
const NOON = 13.5;
const WIDTH_HOURS = 3.6;
const NIGHT = 0.12;

/** Load of each minute, 0 to 1: days that rise and fall, quiet weekends. Two weeks hold each weekday twice. */
export function seasonal({ localHours, closed }: Clock): Float64Array {
  return localHours.map((week, minute) => {
    const bump = Math.exp(-((((week % 24) - NOON) / WIDTH_HOURS) ** 2) / 2);
    const share = closed[minute] === 1 ? WEEKEND : 1;
    return NIGHT + (1 - NIGHT) * share * bump;
  });
}

/** The value that a share `q` of those minutes does not exceed, which `counts` says are to be looked at. */
export function quantile(values: Float64Array, q: number, counts: (minute: number) => boolean): number {
  const sorted = values.filter((_, minute) => counts(minute)).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}
