import { fileURLToPath } from "node:url";
import { DASHBOARDS } from "@pyairtable/monitoring";
import { dashboardsOf } from "@pyairtable/monitoring/dashboards";
import { settingsOf } from "@pyairtable/monitoring/plan";
import { loadPlan } from "../../stacks/config/load.ts";
import { stacksIn } from "../../stacks/config/stack-file.ts";
import type { GeneratedFile } from "./lib/generated-file.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NAME_BY_UID = new Map(Object.entries(DASHBOARDS).map(([name, { uid }]) => [uid, name]));

/** Grafana's dashboards of each stack; components deliver these files, so that a preview loads no SDK. */
export function generate(): GeneratedFile[] {
  return stacksIn(ROOT).flatMap((stack) => {
    const plan = loadPlan(stack);
    return dashboardsOf(plan, settingsOf(plan.monitoring)).map((dashboard) => ({
      path: `monitoring/generated/${stack}/dashboards/${NAME_BY_UID.get(dashboard.uid ?? "")}.generated.json`,
      content: `${JSON.stringify(dashboard, null, 1)}\n`,
    }));
  });
}
