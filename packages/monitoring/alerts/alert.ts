import type { AlertRule } from "@pyairtable/slo";
import dashboards from "../data/dashboards.json" with { type: "json" };

export type DashboardName = keyof typeof dashboards.dashboards;
/** What Alertmanager's inhibitions read: what an alert speaks of. */
export type Scope = "slo" | "platform" | "service" | "pod" | "node" | "monitoring" | "cost";

export interface ServiceAlert extends Omit<AlertRule, "owner" | "dashboard" | "labels"> {
  readonly dashboard: DashboardName;
  /** Default `service`. */
  readonly scope?: Scope;
}

export const MINUTE_SECONDS = 60;
export const HOUR_SECONDS = 3600;

/** An alert whose expression carries `service` and `owner` itself. */
export function serviceAlert({ scope = "service", ...alert }: ServiceAlert): AlertRule {
  return { ...alert, owner: null, labels: { scope } };
}

/** An alert of the platform, answered by the team that owns it. */
export function platformAlert(owner: string, scope: Scope, alert: Omit<ServiceAlert, "scope">): AlertRule {
  return { ...alert, owner, labels: { scope } };
}
