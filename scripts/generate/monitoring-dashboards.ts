import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DASHBOARDS } from "@pyairtable/monitoring";
import { dashboardsOf } from "@pyairtable/monitoring/dashboards";
import { settingsOf } from "@pyairtable/monitoring/plan";
import { loadPlan } from "../../stacks/config/load.ts";
import type { GeneratedFile } from "./lib/generated-file.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NAME_BY_UID = new Map(Object.entries(DASHBOARDS).map(([name, { uid }]) => [uid, name]));

/** Grafana's dashboards of each stack; components deliver these files, so that a preview loads no SDK. */
export function generate(): GeneratedFile[] {
  const stacks = globSync("Pulumi.*.yaml", { cwd: ROOT }).map((name) => name.slice("Pulumi.".length, -".yaml".length));
  return stacks.sort().flatMap((stack) => {
    const plan = loadPlan(stack);
    return dashboardsOf(plan, settingsOf(plan.monitoring)).map((dashboard) => ({
      path: `monitoring/generated/${stack}/dashboards/${NAME_BY_UID.get(dashboard.uid ?? "")}.generated.json`,
      content: `${JSON.stringify(dashboard, null, 1)}\n`,
    }));
  });
}
