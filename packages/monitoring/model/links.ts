import type { AlertRule } from "@pyairtable/slo";
import dashboards from "../data/dashboards.json" with { type: "json" };
import type { MonitoringSettings } from "../settings/args.ts";

const known: Readonly<Record<string, { readonly uid: string; readonly title: string }>> = dashboards.dashboards;

export const DASHBOARDS: Readonly<Record<string, { readonly uid: string; readonly title: string }>> = known;

/** The dashboard of an alert; one about a service opens with that service chosen. */
export function dashboardUrl({ dashboard, owner }: AlertRule, { grafanaUrl }: MonitoringSettings): string {
  const entry = known[dashboard];
  if (entry === undefined) throw new Error(`no dashboard ${dashboard} in data/dashboards.json`);
  const chosen = owner === null ? "?var-service={{ $labels.service }}" : "";
  return `${grafanaUrl}/d/${entry.uid}${chosen}`;
}
