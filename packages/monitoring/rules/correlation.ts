import type { RecordingRule } from "@pyairtable/slo";
import { SERIES as S } from "./names.ts";

/** Resources whose course is compared with that of the p95. */
const RESOURCES = {
  cpu: S.cpuUtilisationMax,
  memory: S.memoryUtilisationMax,
  throttling: S.cpuThrottled,
} as const;
export const CORRELATION_WINDOWS = ["1d", "2w"] as const;
const MINIMUM_POINTS = 100;

const X = "service:latency_pair_x:ratio";
const Y = "service:latency_pair_y:seconds";
const XY = "service:latency_pair_xy:product";

export const covarianceName = (window: string) => `service:latency_resource:covariance_${window}`;
export const correlationName = (window: string) => `service:latency_resource:correlation_${window}`;

/**
 * Pairs of one moment: the resource, the p95 and their product, each only where both exist. Averages over a window then
 * run over the same points, which the covariance needs.
 */
export function pairRules(): RecordingRule[] {
  return Object.entries(RESOURCES).flatMap(([resource, series]): RecordingRule[] => {
    const labels = { resource };
    return [
      { record: X, expr: `${series} and on (service) ${S.latencyP95}`, labels },
      { record: Y, expr: `${S.latencyP95} and on (service) ${series}`, labels },
      { record: XY, expr: `${series} * on (service) ${S.latencyP95}`, labels },
    ];
  });
}

/** Rolling covariance E[xy] − E[x]E[y] and Pearson's correlation, −1 to 1; none where either stands still. */
export function correlationRules(): RecordingRule[] {
  return CORRELATION_WINDOWS.flatMap((window): RecordingRule[] => {
    const over = (how: string, series: string) => `${how}_over_time(${series}[${window}])`;
    const spread = `(${over("stddev", X)} * ${over("stddev", Y)} > 1e-9)`;
    return [
      { record: covarianceName(window), expr: `${over("avg", XY)} - ${over("avg", X)} * ${over("avg", Y)}` },
      {
        record: correlationName(window),
        expr: `clamp(${covarianceName(window)} / ${spread}, -1, 1) and ${over("count", XY)} >= ${MINIMUM_POINTS}`,
      },
    ];
  });
}
