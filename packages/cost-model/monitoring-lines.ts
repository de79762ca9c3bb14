import type { ClusterPodsPlan } from "@pyairtable/plan";
import { ASSUMPTIONS, HOURS_PER_MONTH } from "./assumptions.ts";
import { podLines } from "./kubernetes/pod-lines.ts";
import { type CostLine, costLine } from "./line.ts";
import type { PriceBook } from "./prices.ts";

// What both counts price alike.

const SECONDS_PER_MONTH = HOURS_PER_MONTH * 3600;
const FIRST_TIER_SAMPLES = 2e9;
const SECONDS_PER_DAY = 86_400;
const { metricRequestsPerMonth, alarmMailsPerMonth, ampQueriedBillionSamples, ampBytesPerSample } =
  ASSUMPTIONS.monitoring;

export const fileSystemLine = (book: PriceBook, gb: number) => costLine(book, "efs.storage", "samples at most", gb);
export const fileSystemBackupLine = (book: PriceBook, gb: number) =>
  costLine(book, "backup.efs", "backup of samples", gb);
export const privateZoneLine = (book: PriceBook) => costLine(book, "route53.zone", "private DNS zone", 1);
export const compositeAlarmLine = (book: PriceBook, alarms: number) =>
  costLine(book, "alarm.composite", "composite alarms", alarms);
export const dashboardLine = (book: PriceBook) => costLine(book, "cloudwatch.dashboard", "dashboard", 1);
export const alarmMailLine = (book: PriceBook) =>
  costLine(book, "sns.email", "mails of alarms", alarmMailsPerMonth / 1000);
export const metricRequestLine = (book: PriceBook) =>
  costLine(book, "metric.requests", "counts read of EventBridge", metricRequestsPerMonth / 1000);

/** By its options: HTTPS is one. */
export const healthCheckLines = (book: PriceBook, options: number): CostLine[] => [
  costLine(book, "route53.health-check", "canary", 1),
  ...(options > 0 ? [costLine(book, "route53.health-check-option", "options of the canary", options)] : []),
];

/** Pods on nodes as if all were on demand and ARM64: what records the loss of Spot is, and the rest is little. */
export function monitoringPodLines(book: PriceBook, pods: ClusterPodsPlan): CostLine[] {
  const { cpuMillicores, memoryMiB, volumesGiB } = pods;
  const running = cpuMillicores + memoryMiB > 0 ? 1 : 0;
  return [
    ...podLines(book, { architecture: "arm64", cpuMillicores, memoryMiB }, "onDemand", running),
    ...(volumesGiB > 0 ? [costLine(book, "ebs.gp3", "volumes of Prometheus and Alertmanager", volumesGiB)] : []),
  ];
}

/** Amazon Managed Service for Prometheus: paid by the sample, taken in and read. */
export function managedPrometheusLines(book: PriceBook, samplesPerSecond: number, retentionDays: number): CostLine[] {
  const samples = samplesPerSecond * SECONDS_PER_MONTH;
  const first = Math.min(samples, FIRST_TIER_SAMPLES);
  const keptGb = (samplesPerSecond * retentionDays * SECONDS_PER_DAY * ampBytesPerSample) / 1e9;
  return [
    costLine(book, "amp.first", "samples, the first 2 billion", first / 1e7),
    costLine(book, "amp.next", "samples beyond", (samples - first) / 1e7),
    costLine(book, "amp.storage", "samples kept", keptGb),
    costLine(book, "amp.query", "samples that rules read", ampQueriedBillionSamples),
  ];
}
