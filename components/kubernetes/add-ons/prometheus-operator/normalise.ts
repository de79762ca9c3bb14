import type { AddOnRecord } from "../common-args.ts";
import { normaliseCommon } from "../common-normalise.ts";
import chart from "../helm-release/data/prometheus-operator.generated.json" with { type: "json" };
import { normaliseRelease } from "../helm-release/normalise-release.ts";
import { KEPT_CRDS } from "../helm-release/release.ts";
import type { Reporter } from "../reporter.ts";
import type { PrometheusOperatorArgs } from "./args.ts";

/** Values of the chart that are set here; the chart has the others. */
export interface PrometheusOperatorValues {
  readonly crds: { readonly annotations: Readonly<Record<string, string>> };
}

/** Args to record; throws one `UserError` with all problems. */
export function normalisePrometheusOperator(args: PrometheusOperatorArgs): AddOnRecord {
  const recordOf = (given: PrometheusOperatorArgs, report: Reporter) =>
    normaliseCommon("prometheus-operator", given, report);
  return normaliseRelease(
    { component: "PrometheusOperator", chart, recordOf, valuesOf: prometheusOperatorValues },
    args,
  );
}

export function prometheusOperatorValues(): PrometheusOperatorValues {
  return { crds: { annotations: { ...KEPT_CRDS } } };
}
