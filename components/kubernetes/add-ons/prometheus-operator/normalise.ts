import { throwIfAny } from "@pyairtable/diagnostics";
import type { AddOnRecord } from "../common-args.ts";
import { normaliseCommon } from "../common-normalise.ts";
import chart from "../helm-release/data/prometheus-operator.generated.json" with { type: "json" };
import { KEPT_CRDS } from "../helm-release/release.ts";
import { assertValues, type ChartKeys } from "../helm-release/values-check.ts";
import { addOnReporter } from "../reporter.ts";
import type { PrometheusOperatorArgs } from "./args.ts";

/** Values of the chart that are set here; the chart has the others. */
export interface PrometheusOperatorValues {
  readonly crds: { readonly annotations: Readonly<Record<string, string>> };
}

/** Args to record; throws one `UserError` with all problems. */
export function normalisePrometheusOperator(args: PrometheusOperatorArgs): AddOnRecord {
  const report = addOnReporter("PrometheusOperator");
  const record = normaliseCommon("prometheus-operator", args, report);
  throwIfAny("PrometheusOperator", report.diagnostics);
  assertValues(chart as ChartKeys, prometheusOperatorValues());
  return record;
}

export function prometheusOperatorValues(): PrometheusOperatorValues {
  return { crds: { annotations: { ...KEPT_CRDS } } };
}
