import type { AlarmsPlan, LogsPlan, MonitoringPlan, TracingPlan } from "@pyairtable/plan";
import type { AlertingArgs } from "../alertmanager/args.ts";
import type { MonitoringArgs } from "../settings/args.ts";

/** What a stack may say about how it is watched. Plain values; every one has a default. */
export interface MonitoringPlanArgs extends MonitoringArgs {
  /** Default `fargate` where a service runs on ECS, else `off`. README: what each costs. */
  readonly prometheus?: MonitoringPlan["prometheus"];
  /** Default `stack` where there is a cluster with the add-on prometheus-operator, else `off`. */
  readonly kubernetes?: MonitoringPlan["kubernetes"];
  /** Default true; 3 to 9 USD a month with Jaeger. */
  readonly grafana?: boolean;
  /** Name of the secret with the password of Grafana's admin. Default `<project>/<environment>/monitoring/grafana-admin`. */
  readonly grafanaAdminSecretName?: string;
  /** Default: 5% of ordinary traces, all with errors or over a second; null for no traces. */
  readonly tracing?: Partial<TracingPlan> | null;
  /** Default true. */
  readonly probes?: boolean;
  /** Default: the block of the VPC. Private ranges only. */
  readonly viewerCidrs?: readonly string[];
  /** Default: PagerDuty and Slack by team (`defaultAlerting`). */
  readonly alerting?: AlertingArgs;
  readonly alarms?: Partial<AlarmsPlan>;
  readonly logs?: Partial<LogsPlan>;
}
