import { promDuration } from "../duration.ts";
import type { RecordingRule } from "../rule.ts";
import { bucketMatcher, SLI_SOURCE_NAMES, SLI_SOURCES, serviceMatcher } from "../sli.ts";
import type { SloSpec } from "../spec.ts";
import { badRate, errorRatio, totalRate } from "./names.ts";

/**
 * Total, bad and ratio of one window, read from the counters. One rule serves every service of every source, so thirty
 * services cost what one costs.
 */
export function rawWindowRules(specs: readonly SloSpec[], windowSeconds: number): RecordingRule[] {
  const totals = SLI_SOURCE_NAMES.flatMap((source) => {
    const services = servicesOf(specs.filter(({ sli }) => sli.source === source));
    const counter = `${SLI_SOURCES[source].metric}_count{${serviceMatcher(services)}}`;
    return services.length === 0 ? [] : [`sum by (service) (rate(${counter}[${promDuration(windowSeconds)}]))`];
  });
  const bad = [...Map.groupBy(specs, ({ slo }) => slo)].map(([slo, same]) => ({
    record: badRate(windowSeconds),
    expr: badExpressions(same, windowSeconds).join(" or "),
    labels: { slo },
  }));
  return [{ record: totalRate(windowSeconds), expr: totals.join(" or ") }, ...bad, ratioRule(windowSeconds)];
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

/** Bad requests of the objectives of one name, an expression for each way of counting them. */
function badExpressions(specs: readonly SloSpec[], windowSeconds: number): string[] {
  const key = ({ sli }: SloSpec) => JSON.stringify([sli.source, sli.kind === "slower-than" ? sli.thresholdSeconds : 0]);
  const groups = [...Map.groupBy(specs, key)].sort(([a], [b]) => (a < b ? -1 : 1));
  return groups.map(([, same]) => {
    const [{ sli }] = same as [SloSpec];
    const matcher = serviceMatcher(servicesOf(same));
    const rate = (selector: string) => `sum by (service) (rate(${selector}[${promDuration(windowSeconds)}]))`;
    const { metric, bad } = SLI_SOURCES[sli.source];
    const total = `${totalRate(windowSeconds)}{${matcher}}`;
    // A service without a single error has no such counter yet: that is zero, not nothing.
    if (sli.kind === "errors") return `(${rate(`${metric}_count{${matcher}, ${bad}}`)} or 0 * ${total})`;
    const fast = rate(`${metric}_bucket{${matcher}, ${bucketMatcher(sli.thresholdSeconds)}}`);
    return `clamp_min(${total} - ${fast}, 0)`;
  });
}

function servicesOf(specs: readonly SloSpec[]): readonly string[] {
  return [...new Set(specs.map(({ service }) => service))].sort();
}
