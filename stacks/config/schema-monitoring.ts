import { z } from "zod";
import { alertingSchema } from "./schema-alerting.ts";

const text = z.string().min(1);

/** Bounds between figures (capacity, traces, log classes) are judged where the plan is decided. */
const tracingSchema = z.strictObject({
  sampleShare: z
    .number()
    .exactOptional()
    .describe("Share of ordinary traces kept, 0 to 0.5; errors and slow ones always are"),
  slowMs: z.number().exactOptional().describe("From which duration a trace is always kept, milliseconds"),
  decisionSeconds: z.number().exactOptional().describe("Seconds until a trace is judged"),
  tracesKept: z.number().int().exactOptional().describe("Traces that Jaeger holds in memory"),
});

const alarmsSchema = z.strictObject({
  emails: z.array(text).exactOptional().describe("Addresses that the topic of all alarms writes to; each must confirm"),
  composite: z.boolean().exactOptional().describe("Composite alarms over those of critical services, 0.50 USD each"),
  dashboard: z.boolean().exactOptional().describe("CloudWatch dashboard of load balancer and ECS"),
  canary: z
    .strictObject({ path: text.describe("Of the edge's domain; answers without a login") })
    .nullable()
    .exactOptional()
    .describe("The public address asked from outside, 1.60 USD a month; null: nobody asks"),
});

const logsSchema = z.strictObject({
  groupClass: z
    .enum(["STANDARD", "INFREQUENT_ACCESS"])
    .exactOptional()
    .describe("Log class: infrequent access halves the price of a GB in, and takes no metric filters"),
  dropHealthChecks: z.boolean().exactOptional().describe("Lines of health checks are not written"),
  infoShare: z.number().exactOptional().describe("Share of lines at level info that is written, 0 to 1"),
  metricFilters: z
    .array(
      z.strictObject({
        name: text.describe("Of the metric, in the namespace <project>/<environment>"),
        pattern: text.describe("In CloudWatch's syntax"),
        services: z.array(text).min(1).describe("Whose lines it reads"),
      }),
    )
    .exactOptional()
    .describe("Patterns counted as metrics, 0.30 USD a metric and month"),
});

/** How the environment is watched; each default is computed from the plan (packages/monitoring/plan). */
export const monitoringSchema = z
  .strictObject({
    prometheus: z
      .enum(["fargate", "managed", "off"])
      .exactOptional()
      .describe("Metrics of services on ECS: a task of ours, Amazon Managed Prometheus, or CloudWatch alone"),
    kubernetes: z
      .enum(["stack", "off"])
      .exactOptional()
      .describe("kube-prometheus-stack, Jaeger and collector on the cluster"),
    scrapeIntervalSeconds: z.number().exactOptional().describe("Seconds between scrapes and evaluations, 10 to 60"),
    retentionDays: z.number().exactOptional().describe("Days that samples are kept, at least 30"),
    volumeGiB: z
      .number()
      .exactOptional()
      .describe("Volume under Prometheus; default: computed from series and retention"),
    seriesPerServiceMax: z.number().exactOptional().describe("Most time series that one service may have"),
    routes: z
      .record(z.string(), z.number())
      .exactOptional()
      .describe("Routes (or queues) a service reports apart, by service"),
    externalLabels: z
      .record(z.string(), text)
      .exactOptional()
      .describe("Labels on everything that leaves this Prometheus"),
    runbookBaseUrl: text.exactOptional().describe("Where the pages of docs/runbooks are read"),
    grafanaUrl: text.exactOptional().describe("Where people open Grafana, without trailing slash"),
    grafana: z.boolean().exactOptional().describe("Grafana with the generated dashboards"),
    grafanaAdminSecretName: text.exactOptional().describe("Name of the secret with the password of Grafana's admin"),
    tracing: tracingSchema.nullable().exactOptional().describe("Traces by OpenTelemetry to Jaeger; null: none"),
    probes: z.boolean().exactOptional().describe("Blackbox probes of every health endpoint"),
    viewerCidrs: z.array(text).exactOptional().describe("Private blocks whose people may open Grafana and Prometheus"),
    alerting: alertingSchema.exactOptional(),
    alarms: alarmsSchema.exactOptional().describe("CloudWatch's own alarms"),
    logs: logsSchema.exactOptional().describe("What of the services' lines is kept"),
  })
  .describe("How the environment is watched");
