import type { RecordingRule, SloSpec } from "@pyairtable/slo";
import { SLI_SOURCE_NAMES, SLI_SOURCES, serviceMatcher, sloSeries } from "@pyairtable/slo";
import { SERIES as S } from "./names.ts";

const QUANTILES = [
  [S.latencyP50, 0.5],
  [S.latencyP95, 0.95],
  [S.latencyP99, 0.99],
] as const;
const FIVE_MINUTES = 300;

/** Requests, errors and latency a service. The rates are those of the objectives: counted once, read twice. */
export function redRules(specs: readonly SloSpec[]): RecordingRule[] {
  const buckets = SLI_SOURCE_NAMES.flatMap((source) => {
    const own = specs.filter(({ sli }) => sli.source === source);
    const services = [...new Set(own.map(({ service }) => service))].sort();
    const metric = `${SLI_SOURCES[source].metric}_bucket{${serviceMatcher(services)}}`;
    return services.length === 0 ? [] : [`sum by (service, le) (rate(${metric}[5m]))`];
  });
  return [
    { record: S.requests, expr: `max by (service) (${sloSeries.totalRate(FIVE_MINUTES)})` },
    { record: S.errors, expr: `max by (service) (${sloSeries.errorRatio(FIVE_MINUTES)}{slo="availability"})` },
    { record: S.latencyBuckets, expr: buckets.join(" or ") },
    // The comparison drops NaN, which is what no traffic gives.
    ...QUANTILES.map(([record, quantile]) => ({
      record,
      expr: `histogram_quantile(${quantile}, ${S.latencyBuckets}) >= 0`,
    })),
  ];
}
