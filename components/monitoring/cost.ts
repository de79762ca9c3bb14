import { type CostLine, HOURS_PER_MONTH, type PriceKey, priceBook } from "@pyairtable/cost-model";
import type { MonitoringPlan, MonitoringTaskPlan } from "@pyairtable/plan";
import table from "./data/prices.json" with { type: "json" };

type OwnKey = keyof typeof table.prices;
const { querySamplesBillion, metricRequestsPerMonth } = table.assumptions;
const SECONDS_PER_MONTH = HOURS_PER_MONTH * 3600;
const FIRST_TIER_SAMPLES = 2e9;
const MIB_PER_GIB = 1024;

/** What monitoring costs a month beside the alarms and logs of services, line by line. */
export function monitoringLines(region: string, monitoring: MonitoringPlan, production: boolean): readonly CostLine[] {
  const book = priceBook(region);
  const line = (
    what: string,
    quantity: number,
    price: { readonly usd: number; readonly unit: string; readonly source: string },
  ) => ({
    what,
    quantity,
    unit: price.unit,
    unitPriceUsd: price.usd,
    usd: Math.round(quantity * price.usd * 100) / 100,
    source: price.source,
  });
  const of = (key: PriceKey, what: string, quantity: number) => line(what, quantity, book.prices[key]);
  const own = (key: OwnKey, what: string, quantity: number) => line(what, quantity, table.prices[key]);
  const task = (what: string, { cpuUnits, memoryMiB, spot }: MonitoringTaskPlan): CostLine[] => {
    const kind = spot ? "fargate-spot.arm64" : "fargate.arm64";
    return [
      of(`${kind}.vcpu`, `${what}: CPU`, (cpuUnits / 1024) * HOURS_PER_MONTH),
      of(`${kind}.memory`, `${what}: memory`, (memoryMiB / MIB_PER_GIB) * HOURS_PER_MONTH),
    ];
  };
  const { prometheus, grafana, tracing, alarms } = monitoring;
  const views = grafana.enabled || tracing !== null;
  const base = [
    of("kms.key", "key of the alarm topic", 1),
    ...(alarms.composite ? [own("cloudwatch.composite", "composite alarms", 2)] : []),
  ];
  if (prometheus === "off") return base;
  return [
    ...base,
    ...task(prometheus === "fargate" ? "Prometheus and what runs beside it" : "collector", monitoring.metricsTask),
    ...(views ? task("Grafana and Jaeger", monitoring.viewsTask) : []),
    ...(prometheus === "fargate"
      ? [
          own("efs.storage", "samples at most", monitoring.retentionSizeMiB / MIB_PER_GIB),
          ...(production ? [own("backup.efs", "backup of samples", monitoring.retentionSizeMiB / MIB_PER_GIB)] : []),
        ]
      : managed(monitoring).map(([key, what, quantity]) => own(key, what, quantity))),
    own("route53.zone", "private names", 1),
    own("cloudwatch.requests", "counts read of EventBridge", metricRequestsPerMonth / 1000),
    of("alarm.standard", "alarm on Prometheus itself", 1),
    of("secret.month", "secrets of receivers and Grafana", secretsOf(monitoring)),
  ];
}

function managed({ samplesPerSecond, retentionDays }: MonitoringPlan): (readonly [OwnKey, string, number])[] {
  const samples = samplesPerSecond * SECONDS_PER_MONTH;
  const first = Math.min(samples, FIRST_TIER_SAMPLES);
  const keptGb = (samplesPerSecond * retentionDays * 86_400 * 2) / 1e9;
  return [
    ["amp.first", "samples, the first 2 billion", first / 1e7],
    ["amp.next", "samples beyond", (samples - first) / 1e7],
    ["amp.storage", "samples kept", keptGb],
    ["amp.query", "samples that rules read", querySamplesBillion],
  ];
}

function secretsOf({ alerting, grafana, prometheus }: MonitoringPlan): number {
  const channels = Object.values(alerting.receivers).flatMap(({ page, ticket }) => [...page, ...ticket]);
  const names = channels.flatMap((channel) =>
    Object.entries(channel)
      .filter(([key]) => /Secret$/.test(key))
      .map(([, value]) => String(value)),
  );
  const deadMan = alerting.deadMansSwitch === null ? [] : ["dead man's switch"];
  const receivers = prometheus === "fargate" ? new Set([...names, ...deadMan]).size : 0;
  return receivers + (grafana.enabled ? 1 : 0);
}

export const sumUsd = (lines: readonly CostLine[]) =>
  Math.round(lines.reduce((sum, { usd }) => sum + usd, 0) * 100) / 100;
