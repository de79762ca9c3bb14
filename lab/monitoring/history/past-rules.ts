import { type MonitoringSettings, type RuleFile, SERIES as S } from "@pyairtable/monitoring";
import { BURN_WINDOWS, type BurnWindow, sloSeries, windowLengths } from "@pyairtable/slo";
import { isConstant } from "./constants.ts";
import { type PastRule, recordingRules } from "./record.ts";

/** Windows of the objectives that read the counters; longer ones read what was recorded of five minutes. */
const RAW_WINDOW_SECONDS_MAX = 21_600;
const LONG_INTERVAL_SECONDS = 120;
const PAIRS = ["service:latency_pair_x:ratio", "service:latency_pair_y:seconds", "service:latency_pair_xy:product"];
const BASE_SECONDS = 300;

/**
 * Replicas and services: CPU, memory, throttling, number of replicas. What a service asks for is recorded as often as in
 * real life: its samples are counted.
 */
export function resourceRules(
  files: readonly RuleFile[],
  { scrapeIntervalSeconds }: MonitoringSettings,
  intervalSeconds = scrapeIntervalSeconds,
): PastRule[] {
  const names = [
    ...[S.podInfo, S.replicaCpu, S.replicaCpuRequest, S.replicaMemory, S.replicaMemoryRequest, S.replicaThrottled],
    ...[S.replicas, S.cpu, S.cpuUtilisation, S.cpuUtilisationMax, S.cpuBusiest, S.cpuThrottled],
    ...[S.memory, S.memoryRequest, S.memoryUtilisation, S.memoryUtilisationMax, S.memoryBusiest, S.oomKills],
    S.saturation,
  ];
  return [...named(files, names, intervalSeconds), ...named(files, [S.cpuRequest], scrapeIntervalSeconds)];
}

/** Requests, errors, speed, and the pairs that correlations are made of; these only every second minute. */
export function requestRules(files: readonly RuleFile[], { scrapeIntervalSeconds }: MonitoringSettings): PastRule[] {
  const speed = named(files, [S.latencyP50, S.latencyP95, S.latencyP99], 2 * scrapeIntervalSeconds);
  const [buckets] = recordingRules(files).get(S.latencyBuckets) ?? [];
  return [
    ...baseRules(files, scrapeIntervalSeconds),
    // Twelve series a service that nothing else reads: put into the expressions that read them.
    ...speed.map((one) => ({ ...one, rule: { ...one.rule, expr: replaced(one.rule.expr, buckets!.expr) } })),
    ...named(files, PAIRS, 2 * scrapeIntervalSeconds),
  ];
}

/** The five-minute rates that long windows are sums of. */
export function baseRules(files: readonly RuleFile[], intervalSeconds: number): PastRule[] {
  return named(files, [sloSeries.totalRate(BASE_SECONDS), sloSeries.badRate(BASE_SECONDS)], intervalSeconds);
}

export function costRules(files: readonly RuleFile[]): PastRule[] {
  return named(files, [S.cost, S.platformCost, S.costDay], 60);
}

/** How many replicas ought to run where that depends on the hour. */
export function floorRules(files: readonly RuleFile[]): PastRule[] {
  return named(files, [S.awake, S.replicasExpected], 60).filter(({ rule }) => !isConstant(rule));
}

/** All windows that some pair has. */
export function burnRules(
  files: readonly RuleFile[],
  { scrapeIntervalSeconds }: MonitoringSettings,
  windows: readonly BurnWindow[] = BURN_WINDOWS,
): PastRule[] {
  return windowLengths(windows).flatMap((seconds) => {
    const names = [sloSeries.totalRate(seconds), sloSeries.badRate(seconds), sloSeries.errorRatio(seconds)];
    const interval = seconds <= RAW_WINDOW_SECONDS_MAX ? scrapeIntervalSeconds : LONG_INTERVAL_SECONDS;
    // Totals and bad ones of five minutes are there for the whole history.
    return named(files, seconds === BASE_SECONDS ? names.slice(2) : names, interval);
  });
}

function named(files: readonly RuleFile[], names: readonly string[], intervalSeconds: number): PastRule[] {
  const rules = recordingRules(files);
  // A plan without some exporter has no such rule.
  return names.flatMap((name) => (rules.get(name) ?? []).map((rule) => ({ rule, intervalSeconds })));
}

const replaced = (expr: string, buckets: string) => expr.replace(S.latencyBuckets, () => `(${buckets})`);
