import type { Case } from "../edits.ts";

const page = [{ kind: "slack", channel: "#a", urlSecret: "pyairtable/test/slack" }];
const receiver = { page, ticket: page };
const alerting = (over: object = {}) => ({
  receivers: { "team-platform": receiver },
  fallback: "team-platform",
  deadMansSwitch: null,
  ...over,
});
const withChannel = (channel: object) =>
  alerting({ receivers: { "team-platform": { page: [channel], ticket: page } } });
const at = (path: string) => `platform.monitoring.${path}`;

/** What the reader of the stack file refuses by itself. */
export const monitoringShapeCases: readonly Case[] = [
  ["an unknown key", { "monitoring.retention": 31 }, `config.unknown-key ${at("retention")}`],
  ["an unknown Prometheus", { "monitoring.prometheus": "fargte" }, `config.value ${at("prometheus")}`],
  ["a number in quotes", { "monitoring.retentionDays": "31" }, `config.type ${at("retentionDays")}`],
  ["traces that are no object", { "monitoring.tracing": true }, `config.type ${at("tracing")}`],
  [
    "a log class that is none",
    { "monitoring.logs": { groupClass: "DELIVERY" } },
    `config.value ${at("logs.groupClass")}`,
  ],
  [
    "a receiver without a secret",
    { "monitoring.alerting": withChannel({ kind: "slack", channel: "#a" }) },
    `config.missing ${at("alerting.receivers.team-platform.page[0].urlSecret")}`,
  ],
  [
    "a channel of an unknown kind",
    { "monitoring.alerting": withChannel({ kind: "teams", channel: "#a" }) },
    `config.type ${at("alerting.receivers.team-platform.page[0]")}`,
  ],
  [
    "alerting without a fallback",
    { "monitoring.alerting": { receivers: {}, deadMansSwitch: null } },
    `config.missing ${at("alerting.fallback")}`,
  ],
];

/** What is refused once the plan is known. */
export const monitoringPlanCases: readonly Case[] = [
  [
    "scraped too often",
    { "monitoring.scrapeIntervalSeconds": 1 },
    `monitoring.scrape-interval ${at("scrapeIntervalSeconds")}`,
  ],
  [
    "a window of rules below two scrapes",
    { "monitoring.scrapeIntervalSeconds": 300 },
    `monitoring.scrape-interval ${at("scrapeIntervalSeconds")}`,
  ],
  ["retention below the baseline", { "monitoring.retentionDays": 14 }, `monitoring.retention ${at("retentionDays")}`],
  ["a volume below the retention", { "monitoring.volumeGiB": 1 }, `monitoring.volume ${at("volumeGiB")}`],
  [
    "a label that rules set",
    { "monitoring.externalLabels": { service: "x" } },
    `monitoring.label-clash ${at("externalLabels")}`,
  ],
  [
    "routes beyond the budget of series",
    { "monitoring.routes": { "record-service": 400 } },
    `monitoring.cardinality ${at("routes.record-service")}`,
  ],
  [
    "routes of a service nobody has",
    { "monitoring.routes": { "record-servce": 4 } },
    `monitoring.unknown-service ${at("routes.record-servce")}`,
  ],
  [
    "viewers from the internet",
    { "monitoring.viewerCidrs": ["0.0.0.0/0"] },
    `monitoring.public ${at("viewerCidrs[0]")}`,
  ],
  ["no viewer at all", { "monitoring.viewerCidrs": [] }, `monitoring.public ${at("viewerCidrs")}`],
  [
    "a secret's value for its name",
    { "monitoring.alerting": withChannel({ kind: "pagerduty", routingKeySecret: "R0FAKEKEYFAKEKEYFAKEKEYFAKEKEY00" }) },
    `monitoring.receiver-secret ${at("alerting.receivers.team-platform.page[0].routingKeySecret")}`,
  ],
  [
    "a receiver with an empty secret",
    { "monitoring.alerting": withChannel({ kind: "pagerduty", routingKeySecret: "" }) },
    `monitoring.receiver-secret ${at("alerting.receivers.team-platform.page[0].routingKeySecret")}`,
  ],
  [
    "an owner nobody is",
    { "monitoring.alerting": alerting({ receivers: { "team-platform": receiver, "team-platfrom": receiver } }) },
    `monitoring.receiver ${at("alerting.receivers.team-platfrom")}`,
  ],
  [
    "a fallback without a receiver",
    { "monitoring.alerting": alerting({ fallback: "team-x" }) },
    `monitoring.receiver ${at("alerting.fallback")}`,
  ],
  [
    "mail without a server",
    { "monitoring.alerting": withChannel({ kind: "email", to: "a@b.example" }) },
    `monitoring.receiver ${at("alerting.receivers.team-platform.page[0]")}`,
  ],
  ["all traces kept", { "monitoring.tracing": { sampleShare: 1 } }, `monitoring.tracing ${at("tracing.sampleShare")}`],
  ["a cluster's monitoring without one", { "monitoring.kubernetes": "stack" }, `monitoring.choice ${at("kubernetes")}`],
  [
    "metric filters in a class that has none",
    {
      "monitoring.logs": {
        groupClass: "INFREQUENT_ACCESS",
        metricFilters: [{ name: "Fatal", pattern: "FATAL", services: ["record-service"] }],
      },
    },
    `monitoring.log ${at("logs.metricFilters")}`,
  ],
  [
    "a metric filter of a service nobody has",
    { "monitoring.logs": { metricFilters: [{ name: "Fatal", pattern: "FATAL", services: ["recrd-service"] }] } },
    `monitoring.unknown-service ${at("logs.metricFilters[0].services")}`,
  ],
  ["more than every line", { "monitoring.logs": { infoShare: 2 } }, `monitoring.log ${at("logs.infoShare")}`],
  [
    "an address that is none",
    { "monitoring.alarms": { emails: ["ops"] } },
    `monitoring.email ${at("alarms.emails[0]")}`,
  ],
  [
    "a canary without a slash",
    { "monitoring.alarms": { canary: { path: "healthz" } } },
    `monitoring.canary ${at("alarms.canary.path")}`,
  ],
  ["Grafana without TLS", { "monitoring.grafanaUrl": "http://grafana.example" }, `monitoring.url ${at("grafanaUrl")}`],
  [
    "several at once",
    { "monitoring.scrapeIntervalSeconds": 1, "monitoring.retentionDays": 3 },
    `monitoring.scrape-interval ${at("scrapeIntervalSeconds")}`,
    `monitoring.retention ${at("retentionDays")}`,
  ],
];
