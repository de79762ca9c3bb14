import { promDuration } from "../duration.ts";
import type { RecordingRule } from "../rule.ts";
import { bucketMatcher, SLI_SOURCE_NAMES, SLI_SOURCES, type SliSourceName, serviceMatcher } from "../sli.ts";
import type { SloSpec } from "../spec.ts";
import { badRate, errorRatio, totalRate } from "./names.ts";

/**
 * Total, bad and ratio of one window, read from the counters. One rule serves every service of a source, so thirty
 * services cost what one costs.
 */
export function rawWindowRules(specs: readonly SloSpec[], windowSeconds: number): RecordingRule[] {
  const window = promDuration(windowSeconds);
  const rules: RecordingRule[] = [];
  for (const source of SLI_SOURCE_NAMES) {
    const services = servicesOf(specs, (spec) => spec.sli.source === source);
    if (services.length === 0) continue;
    const { metric } = SLI_SOURCES[source];
    rules.push({
      record: totalRate(windowSeconds),
      expr: `sum by (service) (rate(${metric}_count{${serviceMatcher(services)}}[${window}]))`,
    });
  }
  for (const source of SLI_SOURCE_NAMES) rules.push(...errorRules(specs, source, windowSeconds));
  for (const source of SLI_SOURCE_NAMES) rules.push(...slowRules(specs, source, windowSeconds));
  return [...rules, ratioRule(windowSeconds)];
}

/**
 * The same for a window too long to read the counters over: sums of the recorded five-minute rates. A gap counts as no
 * requests. Sums before the division, so that a busy hour weighs more than a quiet one.
 */
export function derivedWindowRules(
  windowSeconds: number,
  baseSeconds: number,
  intervalSeconds: number,
): RecordingRule[] {
  const window = promDuration(windowSeconds);
  const share = `* ${intervalSeconds} / ${windowSeconds}`;
  return [
    { record: totalRate(windowSeconds), expr: `sum_over_time(${totalRate(baseSeconds)}[${window}]) ${share}` },
    { record: badRate(windowSeconds), expr: `sum_over_time(${badRate(baseSeconds)}[${window}]) ${share}` },
    ratioRule(windowSeconds),
  ];
}

function ratioRule(windowSeconds: number): RecordingRule {
  return {
    record: errorRatio(windowSeconds),
    expr: `${badRate(windowSeconds)} / on (service) group_left () (${totalRate(windowSeconds)} > 0)`,
  };
}

/** Requests that ended in an error. A service without a single one has no such counter yet: that is zero, not nothing. */
function errorRules(specs: readonly SloSpec[], source: SliSourceName, windowSeconds: number): RecordingRule[] {
  const { metric, bad } = SLI_SOURCES[source];
  return [...Map.groupBy(bySource(specs, source, "errors"), ({ slo }) => slo)].map(([slo, same]) => {
    const matcher = serviceMatcher(servicesOf(same));
    const rate = `rate(${metric}_count{${matcher}, ${bad}}[${promDuration(windowSeconds)}])`;
    return {
      record: badRate(windowSeconds),
      expr: `sum by (service) (${rate}) or 0 * ${totalRate(windowSeconds)}{${matcher}}`,
      labels: { slo },
    };
  });
}

/** Requests slower than the target: all, less those in its bucket. */
function slowRules(specs: readonly SloSpec[], source: SliSourceName, windowSeconds: number): RecordingRule[] {
  const { metric } = SLI_SOURCES[source];
  const key = (spec: SloSpec) => JSON.stringify([spec.slo, threshold(spec)]);
  const groups = Map.groupBy(bySource(specs, source, "slower-than"), key);
  return [...groups.values()]
    .sort((a, b) => threshold(a[0]!) - threshold(b[0]!))
    .map((same) => {
      const matcher = serviceMatcher(servicesOf(same));
      const bucket = `${metric}_bucket{${matcher}, ${bucketMatcher(threshold(same[0]!))}}`;
      const fast = `sum by (service) (rate(${bucket}[${promDuration(windowSeconds)}]))`;
      return {
        record: badRate(windowSeconds),
        expr: `clamp_min(${totalRate(windowSeconds)}{${matcher}} - ${fast}, 0)`,
        labels: { slo: same[0]!.slo },
      };
    });
}

const threshold = ({ sli }: SloSpec) => (sli.kind === "slower-than" ? sli.thresholdSeconds : 0);

function bySource(specs: readonly SloSpec[], source: SliSourceName, kind: SloSpec["sli"]["kind"]): SloSpec[] {
  return specs.filter(({ sli }) => sli.source === source && sli.kind === kind);
}

function servicesOf(specs: readonly SloSpec[], keep: (spec: SloSpec) => boolean = () => true): readonly string[] {
  return [...new Set(specs.filter(keep).map(({ service }) => service))].sort();
}
