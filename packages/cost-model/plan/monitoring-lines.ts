import { hasAlarms, type MonitoringPlan, type MonitoringTaskPlan, type Plan } from "@pyairtable/plan";
import { fargateLines } from "../fargate-lines.ts";
import { type CostLine, costLine } from "../line.ts";
import {
  alarmMailLine,
  compositeAlarmLine,
  dashboardLine,
  fileSystemBackupLine,
  fileSystemLine,
  healthCheckLines,
  managedPrometheusLines,
  metricRequestLine,
  monitoringPodLines,
  privateZoneLine,
} from "../monitoring-lines.ts";
import type { PriceBook } from "../prices.ts";
import { taskLogLines } from "../usage-lines.ts";
import { makes } from "./makes.ts";
import { monitoringSecrets } from "./monitoring-secrets.ts";

const COMPOSITE_ALARMS = 2;
const MIB_PER_GIB = 1024;

/** What watching costs beside the alarms and logs of services, on this bill. */
export function monitoringLines(book: PriceBook, plan: Plan): CostLine[] {
  const made = makes(plan);
  return [
    ...(hasAlarms(plan) ? topicLines(book) : []),
    ...(made.ecs ? cloudWatchLines(book, plan) : []),
    ...(made.ecs && plan.monitoring.prometheus !== "off" ? taskLines(book, plan) : []),
    ...(made.eks ? clusterLines(book, plan) : []),
    ...secretLines(book, plan),
  ];
}

/** Its pods on somebody else's cluster, at the price of nodes of our own. */
export function monitoringShadowLines(book: PriceBook, plan: Plan): CostLine[] {
  return plan.kubernetes.mode === "existing" ? clusterLines(book, plan) : [];
}

/** Tasks that it runs on ECS. */
export function monitoringTasks({ monitoring }: Plan): number {
  if (monitoring.prometheus === "off") return 0;
  return hasViews(monitoring) ? 2 : 1;
}

const topicLines = (book: PriceBook) => [costLine(book, "kms.key", "key of the alarm topic", 1), alarmMailLine(book)];

function cloudWatchLines(book: PriceBook, { monitoring: { alarms, logs } }: Plan): CostLine[] {
  const counted = logs.metricFilters.length;
  return [
    ...(alarms.composite ? [compositeAlarmLine(book, COMPOSITE_ALARMS)] : []),
    ...(alarms.dashboard ? [dashboardLine(book)] : []),
    ...(alarms.canary === null
      ? []
      : [...healthCheckLines(book, 1), costLine(book, "alarm.standard", "alarm of the canary", 1)]),
    ...(counted > 0 ? [costLine(book, "metric.custom", "metrics counted in logs", counted)] : []),
  ];
}

function taskLines(book: PriceBook, plan: Plan): CostLine[] {
  const { monitoring, production, cluster } = plan;
  const samplesGb = monitoring.retentionSizeMiB / MIB_PER_GIB;
  const managed = monitoring.prometheus === "managed";
  return [
    ...compute(book, monitoring.metricsTask),
    ...(hasViews(monitoring) ? compute(book, monitoring.viewsTask) : []),
    ...taskLogLines(book, monitoringTasks(plan), cluster.logRetentionDays),
    ...(managed ? managedPrometheusLines(book, monitoring.samplesPerSecond, monitoring.retentionDays) : []),
    ...(managed ? [] : [fileSystemLine(book, samplesGb)]),
    ...(managed || !production ? [] : [fileSystemBackupLine(book, samplesGb)]),
    privateZoneLine(book),
    metricRequestLine(book),
    costLine(book, "alarm.standard", "alarm on Prometheus itself", 1),
  ];
}

function compute(book: PriceBook, { cpuUnits, memoryMiB, spot }: MonitoringTaskPlan): CostLine[] {
  return fargateLines(book, { architecture: "arm64", cpuUnits, memoryMiB }, spot ? "spot" : "onDemand", 1);
}

function clusterLines(book: PriceBook, { monitoring: { clusterPods } }: Plan): CostLine[] {
  return clusterPods === null ? [] : monitoringPodLines(book, clusterPods);
}

function secretLines(book: PriceBook, plan: Plan): CostLine[] {
  const secrets = monitoringSecrets(plan).length;
  return secrets > 0 ? [costLine(book, "secret.month", "secrets of receivers and Grafana", secrets)] : [];
}

const hasViews = ({ grafana, tracing }: MonitoringPlan) => grafana.enabled || tracing !== null;
