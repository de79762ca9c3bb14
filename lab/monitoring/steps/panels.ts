import { SERIES as S } from "@pyairtable/monitoring";
import { type DashboardQuery, dashboardsOf, queriesOf } from "@pyairtable/monitoring/dashboards";
import { isAlert } from "@pyairtable/slo";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import type { PrometheusApi } from "../servers/api.ts";

const POINTS = 120;
const LEAST_STEP_SECONDS = 15;
/** Has traffic, replicas and a price in every history. */
const SERVICE = "view-service";

/** Every query of every dashboard against the server: each has to find something, or its panel to say why not. */
export async function panels(lab: Lab, api: PrometheusApi): Promise<Verdict> {
  const dashboards = dashboardsOf(lab.plan, lab.settings);
  const queries = dashboards.flatMap((one) => queriesOf(one, { service: SERVICE }));
  const problems: string[] = [];
  let empty = 0;
  let slowest = { seconds: 0, panel: "" };
  for (const query of queries) {
    lab.say(`asking for ${query.dashboard}: ${query.panel}`);
    const started = performance.now();
    const found = await ask(api, query).catch((error: Error) => {
      problems.push(`${query.dashboard}, ${query.panel}: ${error.message}`);
      return 1;
    });
    const seconds = (performance.now() - started) / 1000;
    if (seconds > slowest.seconds) slowest = { seconds, panel: `${query.dashboard}, ${query.panel}` };
    if (found > 0) continue;
    empty++;
    if (!query.mayBeEmpty)
      problems.push(`${query.dashboard}, ${query.panel} (${query.refId}) finds nothing: ${query.expr}`);
  }
  const panelCount = new Set(queries.map(({ dashboard, panel }) => `${dashboard} ${panel}`)).size;
  return verdict(
    "panels",
    `${queries.length} queries of ${panelCount} panels on ${dashboards.length} dashboards: ${queries.length - empty} with data, ` +
      `${empty} where nothing is found and the panel says so; slowest ${slowest.seconds.toFixed(2)} s (${slowest.panel})`,
    problems,
  );
}

async function ask(api: PrometheusApi, { expr, kind, rangeSeconds }: DashboardQuery): Promise<number> {
  if (kind === "instant") return (await api.query(expr)).length;
  const now = Date.now() / 1000;
  const step = Math.max(LEAST_STEP_SECONDS, Math.ceil(rangeSeconds / POINTS));
  return (await api.queryRange(expr, now - rangeSeconds, now, step)).length;
}

/** There only while some container's last end was for want of memory. */
const SOMETIMES: ReadonlySet<string> = new Set([S.oomKills]);

/** Every recording rule gives something. */
export async function recordings(lab: Lab, api: PrometheusApi): Promise<Verdict> {
  const rules = lab.files.flatMap(({ groups }) => groups.flatMap((group) => group.rules));
  const names = [...new Set(rules.flatMap((rule) => (isAlert(rule) ? [] : [rule.record])))].sort();
  const found = new Map<string, number>();
  for (const { labels, points } of await api.query('count by (__name__) ({__name__=~".+:.+"})')) {
    found.set(labels.__name__!, points[0]![1]);
  }
  const missing = names.filter((name) => !found.has(name) && !SOMETIMES.has(name));
  const series = names.reduce((sum, name) => sum + (found.get(name) ?? 0), 0);
  return verdict(
    "recording rules",
    `${names.length - missing.length}/${names.length} names recorded by the running server, ${series} series`,
    missing.map((name) => `${name} has no series`),
  );
}
