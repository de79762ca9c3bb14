/** One time series of the history; values a minute apart, NaN where it has no sample. */
export interface RawSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Minute of the first value. */
  readonly from: number;
  readonly values: Float64Array;
  /** Digits after the point that are written. */
  readonly decimals: number;
  /** A sample each so many minutes. More than one only for values that stand still: Prometheus looks back five. */
  readonly everyMinutes: number;
  /** The value grows only, so that a scrape between two minutes may be interpolated. */
  readonly counter: boolean;
}

/** Still below the five minutes after which Prometheus forgets. */
export const CONSTANT_MINUTES = 4;

export function counter(name: string, labels: RawSeries["labels"], from: number, values: Float64Array, decimals = 0) {
  return { name, labels, from, values, decimals, everyMinutes: 1, counter: true } satisfies RawSeries;
}

export function gauge(name: string, labels: RawSeries["labels"], from: number, values: Float64Array, decimals = 0) {
  return { name, labels, from, values, decimals, everyMinutes: 1, counter: false } satisfies RawSeries;
}

/** The same value for `minutes`. */
export function constant(name: string, labels: RawSeries["labels"], from: number, minutes: number, value: number) {
  const values = new Float64Array(minutes).fill(value);
  const decimals = Number.isInteger(value) ? 0 : 8;
  return { name, labels, from, values, decimals, everyMinutes: CONSTANT_MINUTES, counter: false } satisfies RawSeries;
}

/** `name{a="b"}`; no value of this lab needs escapes. */
export function seriesText({ name, labels }: Pick<RawSeries, "name" | "labels">): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(",")}}`;
}

/** Samples that a series has before a minute of the clock. */
export function samplesBefore({ from, values, everyMinutes }: RawSeries, minute: number): number {
  return Math.max(0, Math.ceil(Math.min(values.length, minute - from) / everyMinutes));
}
