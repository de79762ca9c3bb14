import type { RuleFile } from "@pyairtable/monitoring";
import { sloSeries } from "@pyairtable/slo";
import { constant, type RawSeries } from "../series/series.ts";
import { recordingRules } from "./record.ts";

const VALUE = /^vector\(([-\d.e]+)\)$/;

/**
 * What the plan decided, as it stood all along: the results of rules such as `vector(0.5)` need no server to be known,
 * and no sample each minute.
 */
export function constantSeries(files: readonly RuleFile[], names: readonly string[], from: number, to: number) {
  const rules = recordingRules(files);
  return names.flatMap((name): RawSeries[] =>
    (rules.get(name) ?? []).map(({ record, expr, labels = {} }) => {
      const value = VALUE.exec(expr)?.[1];
      if (value === undefined) throw new Error(`${record} is no constant: ${expr.slice(0, 80)}`);
      return constant(record, labels, from, to - from, Number(value));
    }),
  );
}

/** The error budgets, which are one less the objectives. */
export function budgetSeries(files: readonly RuleFile[], from: number, to: number): RawSeries[] {
  return constantSeries(files, [sloSeries.OBJECTIVE], from, to).map((series) => ({
    ...series,
    name: sloSeries.BUDGET,
    values: series.values.map((objective) => 1 - objective),
  }));
}
