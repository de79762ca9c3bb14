import { prometheusGroups, ruleFiles } from "@pyairtable/monitoring";
import { settingsOf } from "@pyairtable/monitoring/plan";
import type { MonitoringPlan, Plan } from "@pyairtable/plan";
import { PATHS, PORTS } from "./ports.ts";
import { scrapeConfigs } from "./scrape.ts";

/** Files of a Prometheus of ours, by path below its configuration folder. JSON is YAML enough for it. */
export function prometheusFiles(plan: Plan, monitoring: MonitoringPlan): Record<string, string> {
  const rules = ruleFiles(plan, settingsOf(monitoring));
  return {
    "prometheus.json": JSON.stringify(prometheusConfig(plan, monitoring)),
    ...Object.fromEntries(
      rules.map((file) => [
        `rules/${file.name}.json`,
        JSON.stringify({ groups: prometheusGroups(file, settingsOf(monitoring)) }),
      ]),
    ),
  };
}

export function prometheusConfig(plan: Plan, monitoring: MonitoringPlan): Record<string, unknown> {
  const interval = `${monitoring.scrapeIntervalSeconds}s`;
  return {
    global: { scrape_interval: interval, evaluation_interval: interval, external_labels: monitoring.externalLabels },
    rule_files: [`${PATHS.config}/rules/*.json`],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [`localhost:${PORTS.alertmanager}`] }] }] },
    scrape_configs: scrapeConfigs(plan, monitoring, { targetsFile: PATHS.targets, watchesItself: true }),
  };
}

/** How long and how much is kept: both, since time alone fills the disk. */
export function prometheusFlags({ retentionDays, retentionSizeMiB }: MonitoringPlan): string[] {
  return [
    `--config.file=${PATHS.config}/prometheus.json`,
    `--storage.tsdb.path=${PATHS.samples}`,
    `--storage.tsdb.retention.time=${retentionDays}d`,
    `--storage.tsdb.retention.size=${retentionSizeMiB}MB`,
  ];
}
