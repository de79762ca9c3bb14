import { INFO, ORDERS, PAGE, PLATFORM, type Suite, TICKET } from "./case.ts";
import { growing, steady } from "./input.ts";

const up = (job: string, value: number): readonly [string, string] => [
  `up{job="${job}", instance="x:1"}`,
  steady(value),
];
const JOBS = [
  "services",
  "health",
  "prometheus",
  "alertmanager",
  "ecs-tasks",
  "cloudwatch",
  "kubelet",
  "kube-state-metrics",
  "karpenter",
  "keda",
  "argo-cd",
];
const GIB = 1024 ** 3;
const self = (metric: string, labels = ""): string =>
  `prometheus_${metric}{job="prometheus", instance="p:9090"${labels}}`;
const group = ', rule_group="slo.rules;slo-short"';

export const monitoringSuite: Suite = {
  name: "monitoring",
  files: ["constants", "alerts-platform"],
  stepSeconds: 60,
  cases: [
    {
      alert: "Watchdog",
      says: "fires from the first moment",
      input: [],
      atMinutes: 0,
      fires: [{ ...PLATFORM, ...INFO, scope: "monitoring" }],
    },
    {
      alert: "Watchdog",
      says: "and in the worst of times",
      input: [up("prometheus", 0)],
      atMinutes: 60,
      fires: [{ ...PLATFORM, ...INFO }],
    },
    {
      alert: "MonitoringJobMissing",
      says: "a job without targets",
      input: JOBS.filter((job) => job !== "kube-state-metrics").map((job) => up(job, 1)),
      atMinutes: 20,
      fires: [{ ...PLATFORM, ...TICKET, job: "kube-state-metrics" }],
    },
    {
      alert: "MonitoringJobMissing",
      says: "all are there",
      input: JOBS.map((job) => up(job, 1)),
      atMinutes: 20,
      fires: [],
    },
    {
      alert: "MonitoringTargetDown",
      says: "an exporter",
      input: [up("cloudwatch", 0)],
      atMinutes: 20,
      fires: [{ ...PLATFORM, ...TICKET, job: "cloudwatch" }],
    },
    {
      alert: "MonitoringTargetDown",
      says: "a replica is its service's affair",
      input: [
        ['up{job="services", service="orders", instance="x:1"}', steady(0)],
        ['up{job="ecs-tasks", service="orders", instance="x:2"}', steady(0)],
      ],
      atMinutes: 20,
      fires: [],
    },
    {
      alert: "RuleEvaluationFailing",
      says: "each evaluation",
      input: [[self("rule_evaluation_failures_total", group), growing(2)]],
      atMinutes: 30,
      fires: [{ ...PLATFORM, ...TICKET }],
    },
    {
      alert: "RuleEvaluationFailing",
      says: "none since long",
      input: [[self("rule_evaluation_failures_total", group), steady(9)]],
      atMinutes: 30,
      fires: [],
    },
    {
      alert: "RuleEvaluationSlow",
      says: "28 s of 30",
      input: [
        [self("rule_group_last_duration_seconds", group), steady(28)],
        [self("rule_group_interval_seconds", group), steady(30)],
      ],
      atMinutes: 30,
      fires: [{ ...PLATFORM, ...TICKET }],
    },
    {
      alert: "RuleEvaluationSlow",
      says: "1 s of 30",
      input: [
        [self("rule_group_last_duration_seconds", group), steady(1)],
        [self("rule_group_interval_seconds", group), steady(30)],
      ],
      atMinutes: 30,
      fires: [],
    },
    {
      alert: "ConfigurationNotLoaded",
      says: "of Alertmanager",
      input: [
        [self("config_last_reload_successful"), steady(1)],
        ['alertmanager_config_last_reload_successful{job="alertmanager", instance="a:9093"}', steady(0)],
      ],
      atMinutes: 20,
      fires: [{ ...PLATFORM, ...TICKET, job: "alertmanager" }],
    },
    {
      alert: "ConfigurationNotLoaded",
      says: "both loaded",
      input: [
        [self("config_last_reload_successful"), steady(1)],
        ['alertmanager_config_last_reload_successful{job="alertmanager", instance="a:9093"}', steady(1)],
      ],
      atMinutes: 20,
      fires: [],
    },
    {
      alert: "AlertsUndeliverable",
      says: "no Alertmanager",
      input: [[self("notifications_alertmanagers_discovered"), steady(0)]],
      atMinutes: 20,
      fires: [{ ...PLATFORM, ...PAGE }],
    },
    {
      alert: "AlertsUndeliverable",
      says: "a receiver refuses",
      input: [
        [self("notifications_alertmanagers_discovered"), steady(1)],
        ['alertmanager_notifications_failed_total{integration="pagerduty"}', growing(1)],
      ],
      atMinutes: 40,
      fires: [{ ...PLATFORM, ...PAGE, integration: "pagerduty" }],
    },
    {
      alert: "AlertsUndeliverable",
      says: "all is delivered",
      input: [
        [self("notifications_alertmanagers_discovered"), steady(1)],
        ['alertmanager_notifications_failed_total{integration="pagerduty"}', steady(0)],
      ],
      atMinutes: 40,
      fires: [],
    },
    {
      alert: "PrometheusStorageFull",
      says: "7.8 of 8 GiB, the log counted in",
      input: [
        [self("tsdb_storage_blocks_bytes"), steady(7 * GIB)],
        [self("tsdb_wal_storage_size_bytes"), steady(0.8 * GIB)],
      ],
      atMinutes: 20,
      fires: [{ ...PLATFORM, ...TICKET }],
    },
    {
      alert: "PrometheusStorageFull",
      says: "half full",
      input: [
        [self("tsdb_storage_blocks_bytes"), steady(4 * GIB)],
        [self("tsdb_wal_storage_size_bytes"), steady(0.2 * GIB)],
      ],
      atMinutes: 20,
      fires: [],
    },
    {
      alert: "PrometheusHistoryTooShort",
      says: "size cut it to days",
      input: [
        [self("tsdb_lowest_timestamp_seconds"), steady(-500_000)],
        [self("tsdb_size_retentions_total"), steady(3)],
      ],
      atMinutes: 70,
      fires: [{ ...PLATFORM, ...TICKET }],
    },
    {
      alert: "PrometheusHistoryTooShort",
      says: "it is young, nothing was cut",
      input: [
        [self("tsdb_lowest_timestamp_seconds"), steady(0)],
        [self("tsdb_size_retentions_total"), steady(0)],
      ],
      atMinutes: 70,
      fires: [],
    },
    {
      alert: "SeriesOverBudget",
      says: "a label with too many values",
      input: [
        ['scrape_samples_post_metric_relabeling{service="orders", instance="a"}', steady(6000)],
        ['scrape_samples_post_metric_relabeling{service="orders", instance="b"}', steady(6000)],
      ],
      atMinutes: 30,
      fires: [{ ...ORDERS, ...TICKET, scope: "monitoring" }],
    },
    {
      alert: "SeriesOverBudget",
      says: "within it",
      input: [['scrape_samples_post_metric_relabeling{service="orders", instance="a"}', steady(900)]],
      atMinutes: 30,
      fires: [],
    },
    {
      alert: "ScrapeOverLimit",
      says: "scrapes refused",
      input: [[self("target_scrapes_exceeded_sample_limit_total"), growing(1)]],
      atMinutes: 30,
      fires: [{ ...PLATFORM, ...TICKET }],
    },
    {
      alert: "ScrapeOverLimit",
      says: "none",
      input: [[self("target_scrapes_exceeded_sample_limit_total"), steady(4)]],
      atMinutes: 30,
      fires: [],
    },
  ],
};
