import { type Diagnostic, throwIfAny, UserError } from "@pyairtable/diagnostics";
import type { MonitoringPlan, Plan } from "@pyairtable/plan";
import { checkAlerting } from "../alertmanager/checks.ts";
import { defaultAlerting } from "../alertmanager/defaults.ts";
import { capacityOf, checkCapacity } from "../capacity/capacity.ts";
import type { MonitoringSettings } from "../settings/args.ts";
import { normaliseSettings } from "../settings/normalise.ts";
import type { MonitoringPlanArgs } from "./args.ts";
import { checkMonitoringPlan } from "./checks.ts";
import defaults from "./data/defaults.json" with { type: "json" };
import { metricsTask, viewsTask } from "./sizes.ts";

/** Decides how a plan is watched: defaults, sizes from series, and every check, thrown as one `UserError`. */
export function monitoringPlan(plan: Plan, args: MonitoringPlanArgs = {}): MonitoringPlan {
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

function settingsOrProblems(plan: Plan, args: MonitoringPlanArgs): MonitoringSettings | Diagnostic[] {
  try {
    return normaliseSettings(plan, args);
  } catch (error) {
    if (error instanceof UserError) return [...error.diagnostics];
    throw error;
  }
}

function decide(plan: Plan, args: MonitoringPlanArgs, settings: MonitoringSettings): MonitoringPlan {
  const capacity = capacityOf(plan, settings);
  const prometheus = args.prometheus ?? (runsOnEcs(plan) ? "fargate" : "off");
  const { retentionSizeMiB, volumeGiB, samplesPerSecond } = capacity;
  const { scrapeIntervalSeconds, retentionDays, seriesPerServiceMax, routes } = settings;
  const { externalLabels, runbookBaseUrl, grafanaUrl } = settings;
  const secret = `${plan.project}/${plan.environment}/monitoring/grafana-admin`;
  return {
    prometheus,
    kubernetes: args.kubernetes ?? (hasOperator(plan) ? "stack" : "off"),
    why: WHY[prometheus],
    scrapeIntervalSeconds,
    samplesPerSecond,
    retentionDays,
    volumeGiB,
    retentionSizeMiB,
    seriesPerServiceMax,
    routes,
    externalLabels,
    runbookBaseUrl,
    grafanaUrl,
    metricsTask: metricsTask(capacity, plan.production, prometheus === "managed"),
    viewsTask: viewsTask(),
    grafana: { enabled: args.grafana ?? true, adminSecretName: args.grafanaAdminSecretName ?? secret },
    tracing: args.tracing === null ? null : { ...defaults.tracing, ...args.tracing },
    probes: { enabled: args.probes ?? true },
    viewerCidrs: args.viewerCidrs ?? [plan.network.cidr],
    alerting: args.alerting ?? defaultAlerting(plan),
    alarms: { ...defaults.alarms, composite: plan.production, ...args.alarms },
    logs: { ...(defaults.logs as MonitoringPlan["logs"]), ...args.logs },
  };
}

const WHY: Readonly<Record<MonitoringPlan["prometheus"], string>> = {
  fargate: "a task and a file system cost less than a tenth of what a managed Prometheus asks for the same samples",
  managed: "nothing to run; paid by the sample",
  off: "no service runs on ECS, or CloudWatch is enough",
};

const runsOnEcs = ({ services }: Plan) => services.some(({ runtime }) => runtime === "ecs");
const hasOperator = ({ kubernetes }: Plan) =>
  kubernetes.mode !== "off" && kubernetes.addOns["prometheus-operator"].enabled;
