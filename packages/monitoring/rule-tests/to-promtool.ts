import type { Labels } from "@pyairtable/slo";
import { stringify } from "yaml";
import { type AlertCase, type ExpressionCase, isAlertCase, type Suite } from "./case.ts";

/**
 * A suite as a unit-test file of `promtool test rules`; rule files are read from the same folder. `groups`: names by
 * rule file. Their order is spelt out, since promtool shuffles groups, and at an hour a step what was recorded a step
 * ago is forgotten.
 */
export function promtoolTest(suite: Suite, groups: ReadonlyMap<string, readonly string[]>): string {
  return stringify(
    {
      rule_files: suite.files.map((name) => `${name}.rules.yaml`),
      evaluation_interval: `${suite.stepSeconds}s`,
      group_eval_order: suite.files.flatMap((name) => groups.get(name) ?? []),
      // Cases over the same input are one test, evaluated once.
      tests: [...Map.groupBy(suite.cases, ({ input }) => input)].map(([input, cases]) => ({
        interval: `${suite.inputMinutes ?? 1}m`,
        name: cases.map((one) => (isAlertCase(one) ? `${one.alert}: ${one.says}` : one.says)).join("; "),
        input_series: input.map(([series, values]) => ({ series, values })),
        promql_expr_test: cases.map((one) => (isAlertCase(one) ? alertExpectation(one) : expressionExpectation(one))),
      })),
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}

/**
 * Read from the series ALERTS rather than by `alert_rule_test`, which would want every annotation with its numbers spelt
 * out. All firing alerts of the name count, by the labels that some expectation names.
 */
function alertExpectation({ alert, fires, atMinutes }: AlertCase) {
  const keys = [...new Set(["owner", "severity", ...fires.flatMap((labels) => Object.keys(labels))])].sort();
  return {
    expr: `max by (${keys.join(", ")}) (ALERTS{alertname="${alert}", alertstate="firing"})`,
    eval_time: `${atMinutes}m`,
    exp_samples: fires.map((labels) => ({ labels: selector(labels), value: 1 })),
  };
}

function expressionExpectation({ expr, gives, atMinutes }: ExpressionCase) {
  return {
    expr,
    eval_time: `${atMinutes}m`,
    exp_samples: gives.map(({ labels, value }) => ({ labels: selector(labels), value })),
  };
}

function selector(labels: Labels): string {
  const { __name__: name = "", ...rest } = labels;
  return `${name}{${Object.entries(rest)
    .map(([key, value]) => `${key}="${value}"`)
    .join(", ")}}`;
}
