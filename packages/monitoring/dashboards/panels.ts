import type { BarsPanel, Column, HeatmapPanel, LinesPanel, Query, StatPanel, Step, TablePanel, Unit } from "./page.ts";

/** Short forms: a page says what is special, these say what is usual. */

interface Options {
  readonly width?: number;
  readonly height?: number;
  readonly whenEmpty?: string;
  readonly decimals?: number;
  readonly steps?: readonly Step[];
  readonly min?: number;
  readonly max?: number;
}

/** One query, or several by their legends. */
type Queries = string | Readonly<Record<string, string>>;

/** One number each; six of them fill a line. */
export function stat(
  title: string,
  unit: Unit,
  description: string,
  queries: Queries,
  options: Options & { readonly words?: Readonly<Record<string, string>> } = {},
): StatPanel {
  return { kind: "stat", title, unit, description, width: 4, height: 4, queries: asQueries(queries), ...options };
}

/** Lines over time; two of them fill a line. */
export function lines(
  title: string,
  unit: Unit,
  description: string,
  queries: Queries,
  options: Options & { readonly stacked?: boolean } = {},
): LinesPanel {
  const usual = { width: 12, height: 8, min: 0, stacked: false };
  return { kind: "lines", title, unit, description, ...usual, queries: asQueries(queries), ...options };
}

export function bars(
  title: string,
  unit: Unit,
  description: string,
  queries: Queries,
  options: Options = {},
): BarsPanel {
  const usual = { width: 12, height: 8, min: 0 };
  return { kind: "bars", title, unit, description, ...usual, queries: asQueries(queries), ...options };
}

export function heatmap(title: string, unit: Unit, description: string, expr: string, legend: string): HeatmapPanel {
  return { kind: "heatmap", title, unit, description, width: 12, height: 8, queries: [{ expr, legend }] };
}

export function table(
  title: string,
  description: string,
  by: Readonly<Record<string, string>>,
  columns: readonly Column[],
  options: Options & { readonly sortBy?: string } = {},
): TablePanel {
  return { kind: "table", title, unit: "short", description, width: 24, height: 10, by, columns, ...options };
}

function asQueries(queries: Queries): readonly Query[] {
  if (typeof queries === "string") return [{ expr: queries, legend: "" }];
  return Object.entries(queries).map(([legend, expr]) => ({ expr, legend }));
}

/** Green below `warn`, orange below `bad`, red from there on. */
export const lowIsGood = (warn: number, bad: number): readonly Step[] => [
  { from: 0, color: "green" },
  { from: warn, color: "orange" },
  { from: bad, color: "red" },
];

/** Red below `bad`, orange below `good`, green from there on. */
export const highIsGood = (bad: number, good: number): readonly Step[] => [
  { from: 0, color: "red" },
  { from: bad, color: "orange" },
  { from: good, color: "green" },
];

export const VERDICTS: Readonly<Record<string, string>> = {
  "-1": "too small",
  "0": "right",
  "1": "too large",
};
