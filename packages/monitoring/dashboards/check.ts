import type { Dashboard, Panel } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Diagnostic } from "@pyairtable/diagnostics";
import { unknownMetrics } from "../model/check-rules.ts";
import { DASHBOARDS } from "../model/links.ts";
import { knownMetrics } from "../model/metric-names.ts";
import type { RuleFile } from "../model/rule-file.ts";
import { panelsOf, queriesOf } from "./queries.ts";

const COLUMNS = 24;
/** Series that Prometheus makes of alerts. */
const OF_PROMETHEUS = ["ALERTS"];

/** What Grafana would show as an empty or broken panel: unknown metrics, variables nobody sets, panels in each other's place. */
export function checkDashboards(dashboards: readonly Dashboard[], files: readonly RuleFile[]): readonly Diagnostic[] {
  const known = new Set([...knownMetrics(files), ...OF_PROMETHEUS]);
  const uids = Object.values(DASHBOARDS).map(({ uid }) => uid);
  return dashboards.flatMap((dashboard) => {
    const at = dashboard.uid ?? dashboard.title ?? "";
    const found: Diagnostic[] = [];
    const add = (path: string, got: string, wanted: string, fix: string) =>
      found.push({ code: "monitoring.dashboard", path: `${at}.${path}`, got, wanted, fix });

    if (!uids.includes(at))
      add("uid", at, `one of ${uids.join(", ")}`, "List it in packages/monitoring/data/dashboards.json.");
    for (const { panel, refId, expr } of queriesOf(dashboard)) {
      const path = `${at}.${panel}.${refId}`;
      found.push(...unknownMetrics(expr, known, path));
      for (const [name] of expr.matchAll(/\$\w+/g))
        add(`${panel}.${refId}`, name, "a variable of this dashboard", "Declare the variable, or correct its name.");
    }
    for (const panel of panelsOf(dashboard)) {
      const title = panel.title ?? "";
      if (title === "" || (panel.description ?? "") === "")
        add(
          title || `panel ${panel.id}`,
          "nothing",
          "a title and a description",
          "Say what it shows and what to make of it.",
        );
      if ((panel.targets ?? []).length === 0) add(title, "no query", "a query", "Give it one, or remove the panel.");
    }
    found.push(...layoutProblems(at, panelsOf(dashboard)));
    return found;
  });
}

/** Panels over the edge, or two in one place. */
function layoutProblems(at: string, panels: readonly Panel[]): Diagnostic[] {
  const problem = (panel: Panel, got: string): Diagnostic => ({
    code: "monitoring.dashboard",
    path: `${at}.${panel.title}`,
    got,
    wanted: `a place of its own within ${COLUMNS} columns`,
    fix: "Let the widths of a line sum to 24.",
  });
  const placed = panels.filter(({ gridPos }) => gridPos !== undefined);
  return placed.flatMap((panel, index) => {
    const { x, w } = panel.gridPos!;
    if (x + w > COLUMNS) return [problem(panel, `columns ${x} to ${x + w}`)];
    const other = placed.slice(0, index).find((one) => overlap(one, panel));
    return other === undefined ? [] : [problem(panel, `the place of ${other.title}`)];
  });
}

function overlap({ gridPos: a }: Panel, { gridPos: b }: Panel): boolean {
  const apart = a!.x + a!.w <= b!.x || b!.x + b!.w <= a!.x || a!.y + a!.h <= b!.y || b!.y + b!.h <= a!.y;
  return !apart;
}
