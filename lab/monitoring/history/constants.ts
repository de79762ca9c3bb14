import { type RuleFile, SERIES as S } from "@pyairtable/monitoring";
import { sloSeries } from "@pyairtable/slo";
import { constant, type RawSeries } from "../series/series.ts";
import { recordingRules } from "./record.ts";

const VALUE = /^vector\(([-\d.e]+)\)$/;

/** A rule that says the same number at every moment. */
export const isConstant = ({ expr }: { readonly expr: string }) => VALUE.test(expr);

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

/** Floors of those services that never sleep; the others' follow the clock and are recorded. */
export function floorSeries(files: readonly RuleFile[], from: number, to: number): RawSeries[] {
  const constants = files.map((file) => ({
    ...file,
    groups: file.groups.map((group) => ({ ...group, rules: group.rules.filter(isConstant) })),
  }));
  return constantSeries(constants, [S.replicasExpected], from, to);
}

/** The error budgets, which are one less the objectives. */
export function budgetSeries(files: readonly RuleFile[], from: number, to: number): RawSeries[] {
  return constantSeries(files, [sloSeries.OBJECTIVE], from, to).map((series) => ({
    ...series,
    name: sloSeries.BUDGET,
    values: series.values.map((objective) => 1 - objective),
  }));
}
