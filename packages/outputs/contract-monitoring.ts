import * as z from "zod";
import { arn, usd } from "./contract-types.ts";

const url = (scheme: RegExp) => z.string().regex(scheme).nullable();

/** How the stack is watched, in both contracts. */
export const monitoringSchema = z.object({
  monthlyUsd: usd.describe("What watching costs on this bill, beside the alarms and logs of services, USD a month"),
  grafanaUrl: url(/^https:\/\//).describe(
    "Name that alerts link to, yours to point at grafanaAddress; null where there is no Grafana",
  ),
  grafanaAddress: url(/^http:\/\//).describe(
    "Where Grafana listens, from private addresses only; null where there is none",
  ),
  prometheusUrl: url(/^http:\/\//).describe(
    "Prometheus, from private addresses only; null where there is none of ours",
  ),
  alertmanagerUrl: url(/^http:\/\//).describe("Alertmanager, likewise"),
  jaegerUrl: url(/^http:\/\//).describe("Jaeger, likewise; null where traces are off"),
  otlpUrl: url(/^http:\/\//).describe(
    "OTLP over HTTP: where a service of yours sends its traces; null where they are off",
  ),
  alarmTopicArn: arn.nullable().describe("SNS topic of all CloudWatch alarms; null where nothing runs on ECS"),
  scrapeIntervalSeconds: z.number().int().min(1).describe("Seconds between two samples of a target"),
  retentionDays: z.number().int().min(1).describe("Days that samples are kept"),
});

export type MonitoringOutputs = z.output<typeof monitoringSchema>;
