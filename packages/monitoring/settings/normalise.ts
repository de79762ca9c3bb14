import { type Diagnostic, nearest, show, throwIfAny } from "@pyairtable/diagnostics";
import type { UnwatchedPlan } from "@pyairtable/plan";
import { PERIOD_DAYS } from "@pyairtable/slo";
import capacity from "../data/capacity.json" with { type: "json" };
import { labelClashes } from "../model/label-clashes.ts";
import type { MonitoringArgs, MonitoringSettings } from "./args.ts";

const RUNBOOKS = "https://github.com/pyairtable/platform/blob/main/docs/runbooks";
const SCRAPE_SECONDS = { least: 10, most: 60 } as const;

/** Defaults and checks; throws one `UserError` with everything that is wrong. */
export function normaliseSettings(plan: UnwatchedPlan, args: MonitoringArgs = {}): MonitoringSettings {
  const settings = withDefaults(plan, args);
  throwIfAny("Monitoring", checkSettings(plan, settings));
  return settings;
}

function withDefaults(plan: UnwatchedPlan, args: MonitoringArgs): MonitoringSettings {
  return {
    scrapeIntervalSeconds: args.scrapeIntervalSeconds ?? 30,
    retentionDays: args.retentionDays ?? PERIOD_DAYS + 1,
    volumeGiB: args.volumeGiB ?? null,
    seriesPerServiceMax: args.seriesPerServiceMax ?? 10_000,
    routes: args.routes ?? {},
    externalLabels: args.externalLabels ?? { environment: plan.environment, region: plan.region },
    targetLabels: args.targetLabels ?? [],
    runbookBaseUrl: args.runbookBaseUrl ?? RUNBOOKS,
    grafanaUrl: args.grafanaUrl ?? `https://grafana.${plan.edge.domain}`,
  };
}

export function checkSettings(plan: UnwatchedPlan, settings: MonitoringSettings): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const add = (code: string, path: string, got: unknown, wanted: string, fix: string) =>
    found.push({ code, path: `monitoring.${path}`, got: show(got), wanted, fix });

  const { scrapeIntervalSeconds: scrape, retentionDays, volumeGiB } = settings;
  if (!isWhole(scrape) || scrape < SCRAPE_SECONDS.least || scrape > SCRAPE_SECONDS.most) {
    const wanted = `whole seconds, ${SCRAPE_SECONDS.least} to ${SCRAPE_SECONDS.most}`;
    add("monitoring.scrape-interval", "scrapeIntervalSeconds", scrape, wanted, "Use 30.");
  }
  const leastDays = Math.max(capacity.minimumRetentionDays, PERIOD_DAYS);
  if (!isWhole(retentionDays) || retentionDays < leastDays) {
    const wanted = `whole days, at least ${leastDays}: ${capacity.minimumRetentionDays} for the usage baseline, ${PERIOD_DAYS} for error budgets`;
    add("monitoring.retention", "retentionDays", retentionDays, wanted, `Use ${leastDays + 1}.`);
  }
  if (volumeGiB !== null && !(isWhole(volumeGiB) && volumeGiB > 0))
    add("monitoring.volume", "volumeGiB", volumeGiB, "whole GiB, at least 1", "Leave it out to have it computed.");
  if (!isWhole(settings.seriesPerServiceMax) || settings.seriesPerServiceMax < 1)
    add("monitoring.cardinality", "seriesPerServiceMax", settings.seriesPerServiceMax, "a whole number", "Use 10000.");
  const names = plan.services.map(({ name }) => name);
  for (const [service, count] of Object.entries(settings.routes)) {
    const path = `routes.${service}`;
    if (!names.includes(service)) {
      const meant = nearest(service, names);
      const fix = meant === undefined ? "Name a service of the plan." : `Write ${meant}.`;
      add("monitoring.unknown-service", path, service, "a service of the plan", fix);
    } else if (!isWhole(count) || count < 1) {
      add("monitoring.cardinality", path, count, "a whole number of routes, at least 1", "Count the routes.");
    }
  }
  for (const key of ["runbookBaseUrl", "grafanaUrl"] as const) {
    if (!/^https:\/\/[^\s/]+[^\s]*[^/\s]$/.test(settings[key]))
      add("monitoring.url", key, settings[key], "an https URL without trailing slash", "Correct it.");
  }
  return [...found, ...labelClashes(settings)];
}

const isWhole = (value: number) => Number.isInteger(value);
