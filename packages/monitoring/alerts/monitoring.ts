import type { Plan } from "@pyairtable/plan";
import type { AlertRule } from "@pyairtable/slo";
import capacity from "../data/capacity.json" with { type: "json" };
import thresholds from "../data/thresholds.json" with { type: "json" };
import { withOwner } from "../rules/names.ts";
import type { MonitoringSettings } from "../settings/args.ts";
import { HOUR_SECONDS, MINUTE_SECONDS, platformAlert, type ServiceAlert, serviceAlert } from "./alert.ts";

const t = thresholds.monitoring;
/** The alert that always fires; its silence is what someone else is woken by. */
export const WATCHDOG = "Watchdog";
/** Their targets are replicas of services, which have alerts of their own. */
const REPLICA_JOBS = ["services", "ecs-tasks", "health"] as const;
export const EXPECTED_JOB = "platform:expected_job:info";
export const VOLUME_BYTES = "platform:prometheus_volume:bytes";

/** Who watches the watchmen. */
export function monitoringAlerts(plan: Plan, settings: MonitoringSettings): AlertRule[] {
  const self = (alert: Omit<ServiceAlert, "scope" | "dashboard" | "runbook"> & { readonly runbook?: string }) =>
    platformAlert(plan.tags.Owner, "monitoring", {
      dashboard: "monitoring",
      ...alert,
      runbook: alert.runbook ?? "monitoring-broken",
    });
  return [
    self({
      alert: WATCHDOG,
      expr: "vector(1)",
      forSeconds: 0,
      severity: "info",
      summary: "Alerting works",
      description: "Always fires. The dead man's switch calls when it does not arrive.",
      runbook: "watchdog",
    }),
    self({
      alert: "MonitoringJobMissing",
      expr: `${EXPECTED_JOB} unless on (job) (sum by (job) (up) > 0)`,
      forSeconds: 10 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "Nothing of job {{ $labels.job }} can be scraped",
      description: "All rules that read it are blind, and silent.",
      runbook: "monitoring-target-down",
    }),
    self({
      alert: "MonitoringTargetDown",
      expr: `up{job!~"${REPLICA_JOBS.join("|")}"} == 0`,
      forSeconds: 10 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "{{ $labels.instance }} of job {{ $labels.job }} cannot be scraped",
      description: "An exporter is down or its port is closed.",
      runbook: "monitoring-target-down",
    }),
    self({
      alert: "RuleEvaluationFailing",
      expr: "sum by (rule_group) (increase(prometheus_rule_evaluation_failures_total[10m])) > 0",
      forSeconds: 10 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "Rules of {{ $labels.rule_group }} fail",
      description: "{{ $value | humanize }} failures in ten minutes: what they record or alert on is missing.",
    }),
    self({
      alert: "RuleEvaluationSlow",
      expr: `prometheus_rule_group_last_duration_seconds > ${t.ruleSlowShare} * prometheus_rule_group_interval_seconds`,
      forSeconds: 15 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "Rules of {{ $labels.rule_group }} take nearly as long as their interval",
      description: "{{ $value | humanizeDuration }} an evaluation; beyond the interval evaluations are skipped.",
    }),
    self({
      alert: "ConfigurationNotLoaded",
      expr: "(prometheus_config_last_reload_successful or alertmanager_config_last_reload_successful) == 0",
      forSeconds: 10 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "{{ $labels.job }} runs an old configuration",
      description: "The last reload failed; it keeps what it had.",
    }),
    self({
      alert: "AlertsUndeliverable",
      expr: "prometheus_notifications_alertmanagers_discovered < 1 or sum by (integration) (increase(alertmanager_notifications_failed_total[15m])) > 0",
      forSeconds: 10 * MINUTE_SECONDS,
      severity: "page",
      summary: "Alerts don't reach people",
      description: "Prometheus knows no Alertmanager, or a receiver refuses what it is sent.",
      runbook: "watchdog",
    }),
    self({
      alert: "PrometheusStorageFull",
      expr: `(prometheus_tsdb_storage_blocks_bytes + prometheus_tsdb_wal_storage_size_bytes) / on () group_left () ${VOLUME_BYTES} > ${t.storageShare}`,
      forSeconds: 10 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "The volume of Prometheus is nearly full",
      description: "{{ $value | humanizePercentage }} of it. A full volume stops ingestion.",
      runbook: "prometheus-storage",
    }),
    self({
      alert: "PrometheusHistoryTooShort",
      expr: `time() - prometheus_tsdb_lowest_timestamp_seconds < ${capacity.minimumRetentionDays * 86_400} and on (instance) prometheus_tsdb_size_retentions_total > 0`,
      forSeconds: HOUR_SECONDS,
      severity: "ticket",
      summary: "Prometheus throws samples away before two weeks are over",
      description: "It holds {{ $value | humanizeDuration }}: retention by size cuts in. Verdicts on usage are off.",
      runbook: "prometheus-storage",
    }),
    serviceAlert({
      alert: "SeriesOverBudget",
      scope: "monitoring",
      expr: withOwner(
        `sum by (service) (scrape_samples_post_metric_relabeling{service!=""}) > ${settings.seriesPerServiceMax}`,
      ),
      forSeconds: 15 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "{{ $labels.service }} reports more series than its budget",
      description: `{{ $value }} series, ${settings.seriesPerServiceMax} are allowed: a label with too many values.`,
      runbook: "series-over-budget",
      dashboard: "monitoring",
    }),
    self({
      alert: "ScrapeOverLimit",
      expr: "increase(prometheus_target_scrapes_exceeded_sample_limit_total[15m]) > 0",
      forSeconds: 5 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "Prometheus refuses whole scrapes over their sample limit",
      description: "{{ $value | humanize }} in 15 minutes; these targets have no data at all.",
      runbook: "series-over-budget",
    }),
  ];
}
