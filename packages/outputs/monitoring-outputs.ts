import type { Input } from "@pulumi/pulumi";
import type { MonitoringDoors, Plan } from "@pyairtable/plan";
import type { MonitoringOutputs } from "./contract-monitoring.ts";
import { round } from "./summaries.ts";

export interface MonitoringOutputSource {
  /** Of the whole stack, in whichever half it is read. */
  readonly monthlyUsd: number;
  readonly doors: MonitoringDoors;
  readonly alarmTopicArn: Input<string> | null;
}

/** `MonitoringOutputs` before the engine resolves it. */
export type MonitoringOutputValues = Omit<MonitoringOutputs, "alarmTopicArn"> & {
  readonly alarmTopicArn: Input<string> | null;
};

export function monitoringOutputs(
  { monitoring }: Pick<Plan, "monitoring">,
  { monthlyUsd, doors, alarmTopicArn }: MonitoringOutputSource,
): MonitoringOutputValues {
  return {
    monthlyUsd: round(monthlyUsd, 2),
    grafanaUrl: doors.grafana === undefined ? null : monitoring.grafanaUrl,
    grafanaAddress: doors.grafana ?? null,
    prometheusUrl: doors.prometheus ?? null,
    alertmanagerUrl: doors.alertmanager ?? null,
    jaegerUrl: doors.jaeger ?? null,
    otlpUrl: doors.collector ?? null,
    alarmTopicArn,
    scrapeIntervalSeconds: monitoring.scrapeIntervalSeconds,
    retentionDays: monitoring.retentionDays,
  };
}
