import { type Diagnostic, throwIfAny, UserError } from "@pyairtable/diagnostics";
import { type MonitoringPlan, type UnwatchedPlan, usesEcs } from "@pyairtable/plan";
import { checkAlerting } from "../alertmanager/checks.ts";
import { defaultAlerting } from "../alertmanager/defaults.ts";
import { capacityOf, checkCapacity } from "../capacity/capacity.ts";
import type { MonitoringSettings } from "../settings/args.ts";
import { normaliseSettings } from "../settings/normalise.ts";
import type { MonitoringPlanArgs } from "./args.ts";
import { checkMonitoringPlan } from "./checks.ts";
import defaults from "./data/defaults.json" with { type: "json" };
import { clusterPods } from "./pods.ts";
import { metricsTask, viewsTask } from "./sizes.ts";

/** Decides how a plan is watched: defaults, sizes from series, and every check, thrown as one `UserError`. */
export function monitoringPlan(plan: UnwatchedPlan, args: MonitoringPlanArgs = {}): MonitoringPlan {
  const settings = settingsOrProblems(plan, args);
  if (Array.isArray(settings)) throw new UserError("Monitoring", settings);
  const monitoring = decide(plan, args, settings as MonitoringSettings);
  throwIfAny("Monitoring", [
    ...checkMonitoringPlan(plan, monitoring),
    ...checkCapacity(plan, settings as MonitoringSettings),
    ...checkAlerting(plan, monitoring.alerting),
  ]);
  return monitoring;
}

/** The settings that rules are made with. */
export function settingsOf(monitoring: MonitoringPlan): MonitoringSettings {
  const { scrapeIntervalSeconds, retentionDays, volumeGiB, seriesPerServiceMax, routes } = monitoring;
  const { externalLabels, runbookBaseUrl, grafanaUrl } = monitoring;
  return {
    scrapeIntervalSeconds,
    retentionDays,
    volumeGiB,
    seriesPerServiceMax,
    routes,
    externalLabels,
    targetLabels: [],
    runbookBaseUrl,
    grafanaUrl,
  };
}

function settingsOrProblems(plan: UnwatchedPlan, args: MonitoringPlanArgs): MonitoringSettings | Diagnostic[] {
  try {
    return normaliseSettings(plan, args);
  } catch (error) {
    if (error instanceof UserError) return [...error.diagnostics];
    throw error;
  }
}

function decide(plan: UnwatchedPlan, args: MonitoringPlanArgs, settings: MonitoringSettings): MonitoringPlan {
  const capacity = capacityOf(plan, settings);
  const prometheus = args.prometheus ?? (usesEcs(plan) ? "fargate" : "off");
  const { retentionSizeMiB, volumeGiB, samplesPerSecond } = capacity;
  const { scrapeIntervalSeconds, retentionDays, seriesPerServiceMax, routes } = settings;
  const { externalLabels, runbookBaseUrl, grafanaUrl } = settings;
  const secret = `${plan.project}/${plan.environment}/monitoring/grafana-admin`;
  const kubernetes = args.kubernetes ?? (hasOperator(plan) ? "stack" : "off");
  const choices = {
    volumeGiB,
    metricsTask: metricsTask(capacity, plan.production, prometheus === "managed"),
    grafana: { enabled: args.grafana ?? true, adminSecretName: args.grafanaAdminSecretName ?? secret },
    tracing: args.tracing === null ? null : { ...defaults.tracing, ...args.tracing },
    probes: { enabled: args.probes ?? true },
  };
  return {
    ...choices,
    prometheus,
    kubernetes,
    why: WHY[prometheus],
    scrapeIntervalSeconds,
    samplesPerSecond,
    retentionDays,
    retentionSizeMiB,
    seriesPerServiceMax,
    routes,
    externalLabels,
    runbookBaseUrl,
    grafanaUrl,
    viewsTask: viewsTask(),
    clusterPods: kubernetes === "off" ? null : clusterPods(choices),
    viewerCidrs: args.viewerCidrs ?? [plan.network.cidr],
    alerting: args.alerting ?? defaultAlerting(plan),
    alarms: { ...defaults.alarms, composite: plan.production, ...args.alarms },
    logs: { ...logDefaults(args), ...args.logs },
  };
}

/** Infrequent access halves what lines cost, and CloudWatch counts none there: who counts keeps the other class. */
function logDefaults({ logs }: MonitoringPlanArgs): MonitoringPlan["logs"] {
  const counts = (logs?.metricFilters ?? []).length > 0;
  return { ...defaults.logs, groupClass: counts ? "STANDARD" : "INFREQUENT_ACCESS" };
}

const WHY: Readonly<Record<MonitoringPlan["prometheus"], string>> = {
  fargate: "a task and a file system cost less than a tenth of what a managed Prometheus asks for the same samples",
  managed: "nothing to run; paid by the sample",
  off: "no service runs on ECS, or CloudWatch is enough",
};

const hasOperator = ({ kubernetes }: UnwatchedPlan) =>
  kubernetes.mode !== "off" && kubernetes.addOns["prometheus-operator"].enabled;
