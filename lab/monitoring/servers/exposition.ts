import { type Clock, MINUTE_SECONDS } from "../series/clock.ts";
import type { RawSeries } from "../series/series.ts";
import { seriesText } from "../series/series.ts";

/** A series that has one value now. */
export interface LiveSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What the history's exporters would answer at a moment after its end; counters go on between minutes. */
export function valuesAt(series: readonly RawSeries[], clock: Clock, nowSeconds: number): LiveSeries[] {
  const minute = (nowSeconds - clock.startSeconds) / MINUTE_SECONDS;
  const whole = Math.floor(minute);
  const found: LiveSeries[] = [];
  for (const { name, labels, from, values, counter, decimals } of series) {
    const index = whole - from;
    const value = values[index];
    if (index < 0 || value === undefined || Number.isNaN(value)) continue;
    const next = counter ? (values[index + 1] ?? value) : value;
    const scale = 10 ** decimals;
    found.push({ name, labels, value: Math.floor((value + (next - value) * (minute - whole)) * scale) / scale });
  }
  return found;
}

/** Prometheus' text format. */
export function exposition(series: readonly LiveSeries[]): string {
  return series.map((one) => `${seriesText(one)} ${one.value}\n`).join("");
}
