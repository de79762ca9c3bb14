import { HOURS_PER_MONTH } from "@pyairtable/cost-model";
import { promDuration, type RecordingRule } from "@pyairtable/slo";
import usage from "../data/usage.json" with { type: "json" };
import { SERIES as S } from "./names.ts";

const DAY_SECONDS = 86_400;
export const WINDOW = promDuration(usage.windowDays * DAY_SECONDS);
const GIB = 1024 ** 3;

/** The series of one quantile over the two weeks: `service:cpu_busiest:vcpu_p99_2w`. */
export const overWindow = (series: string, what: string) => `${series}_${what}_2w`;

/** What two weeks say of each service: quantiles of its busiest replica, utilisation against what it asks for, waste. */
export function usageRules(baseIntervalSeconds: number, priced: boolean): RecordingRule[] {
  return [
    ...quantiles(S.cpuBusiest),
    ...quantiles(S.memoryBusiest),
    ...quantiles(S.latencyP95),
    utilisation("service:cpu_utilisation:p95_2w", overWindow(S.cpuBusiest, "p95"), S.sizeVcpu),
    utilisation("service:cpu_utilisation:p99_2w", overWindow(S.cpuBusiest, "p99"), S.sizeVcpu),
    utilisation("service:memory_utilisation:max_2w", overWindow(S.memoryBusiest, "max"), S.sizeBytes),
    {
      record: S.history,
      expr:
        `(count_over_time(${S.cpuBusiest}[${promDuration(usage.historyDays * DAY_SECONDS)}] ` +
        `offset ${promDuration((usage.windowDays - usage.historyDays) * DAY_SECONDS)}) > bool 0) ` +
        `* (count_over_time(${S.cpuBusiest}[${WINDOW}]) >= bool ${usage.minimumPoints})`,
    },
    {
      record: S.presence,
      expr: `clamp_max(count_over_time(${S.cpuRequest}[${WINDOW}]) * ${baseIntervalSeconds} / ${usage.windowDays * DAY_SECONDS}, 1)`,
    },
    { record: S.cpuWaste, expr: unused(S.cpuRequest, S.cpu, 1) },
    { record: S.memoryWaste, expr: unused(S.memoryRequest, S.memory, GIB) },
    ...(priced ? wasteInUsd() : []),
  ];
}

function wasteInUsd(): RecordingRule[] {
  const usd = (amount: string, price: string) =>
    `${amount} * on (service) ${price} * on (service) ${S.presence} * ${HOURS_PER_MONTH}`;
  return [
    { record: S.cpuWasteUsd, expr: usd(S.cpuWaste, S.vcpuPrice) },
    { record: S.memoryWasteUsd, expr: usd(S.memoryWaste, S.gibPrice) },
    { record: S.waste, expr: `${S.cpuWasteUsd} + ${S.memoryWasteUsd}` },
    { record: S.platformWaste, expr: `sum(${S.waste})` },
  ];
}

function quantiles(series: string): RecordingRule[] {
  const of = (quantile: number) => `quantile_over_time(${quantile}, ${series}[${WINDOW}])`;
  return [
    { record: overWindow(series, "p50"), expr: of(0.5) },
    { record: overWindow(series, "p95"), expr: of(0.95) },
    { record: overWindow(series, "p99"), expr: of(0.99) },
    { record: overWindow(series, "max"), expr: `max_over_time(${series}[${WINDOW}])` },
  ];
}

const utilisation = (record: string, used: string, size: string): RecordingRule => ({
  record,
  expr: `${used} / on (service) ${size}`,
});

/** What was asked for on average and not used in 95% of the time. */
function unused(requested: string, used: string, unit: number): string {
  const idle = `avg_over_time(${requested}[${WINDOW}]) - quantile_over_time(0.95, ${used}[${WINDOW}])`;
  return unit === 1 ? `clamp_min(${idle}, 0)` : `clamp_min(${idle}, 0) / ${unit}`;
}
