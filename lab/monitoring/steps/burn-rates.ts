import type { RuleFile } from "@pyairtable/monitoring";
import { type AlertRule, BURN_WINDOWS, type BurnWindow, isAlert, specsFromPlan } from "@pyairtable/slo";
import Table from "cli-table3";
import { type Verdict, verdict } from "../../support/verdict.ts";
import { type Comparison, comparison, longestApart, type Range } from "../burn/compare.ts";
import { intervalsOf } from "../burn/intervals.ts";
import { publishedExpression, publishedGroups } from "../burn/published.ts";
import type { Lab } from "../context.ts";
import { burnFragment } from "../report/burn-fragment.ts";
import type { Answer, PrometheusApi } from "../servers/api.ts";
import { COMPARED_DAYS } from "./history.ts";

/** Long windows move slowly and are recorded each two minutes; the comparison asks every four. */
const PAGE_STEP_SECONDS = 60;
const TICKET_STEP_SECONDS = 240;
/** Edges may differ so much. Pages: one evaluation. Tickets read five-minute rates, which follow 2.5 minutes behind. */
const PAGE_TOLERANCE_SECONDS = 60;
const TICKET_TOLERANCE_SECONDS = 720;

/** Our burn-rate alerts over the past beside the published formula on the raw counters, and beside plain arithmetic. */
export async function burnRates(
  lab: Lab,
  api: PrometheusApi,
  windows: readonly BurnWindow[] = burnWindows(lab.short),
): Promise<Verdict> {
  const { endSeconds } = lab.history.clock;
  const days = lab.short ? COMPARED_DAYS.short : COMPARED_DAYS.full;
  const offset = await offsetOf(api, endSeconds);
  const range = { startSeconds: endSeconds - days * 86_400 + offset, endSeconds: endSeconds - 60 + offset };
  const all: Comparison[] = [];
  for (const window of windows) {
    lab.say(`comparing the ${window.name} burn-rate alert with the published formula`);
    all.push(...(await compared(lab, api, window, range)));
  }
  const rows = all.filter(({ ours, published, counted }) => ours.length + published.length + counted.length > 0);
  const problems = rows.flatMap(problemsOf);
  const planted = new Set(rows.map(({ service }) => service)).size;
  if (rows.length === 0) problems.push("nothing fired: the comparison compares nothing");
  const worst = (key: "fromPublished" | "fromCounted") =>
    ([true, false] as const)
      .map((page) => ({ page, same: rows.filter((one) => isPage(one) === page) }))
      .filter(({ same }) => same.length > 0)
      .map(({ page, same }) => `${distance(same, key)} ${page ? "for pages" : "for tickets"}`)
      .join(", ");
  lab.save("burn-rates.json", JSON.stringify({ days, ...range, objectives: all.length, rows }, null, 1));
  const path = lab.save("burn-rates.html", burnFragment(rows, range));
  lab.print(table(rows, range.endSeconds));
  const count = rows.reduce((sum, { ours }) => sum + ours.length, 0);
  return verdict(
    "burn rates",
    `${all.length} alerts of objectives over ${days} days: ${count} firing intervals of ${planted} services, the same as ` +
      `the published formula on the raw counters; worst edge ${worst("fromPublished")}; beside plain arithmetic on the ` +
      `traffic ${worst("fromCounted")}; ${path}`,
    problems,
  );
}

/** In short only those that page. */
function burnWindows(short: boolean): readonly BurnWindow[] {
  return short ? BURN_WINDOWS.filter(({ severity }) => severity === "page") : BURN_WINDOWS;
}

function distance(rows: readonly Comparison[], key: "fromPublished" | "fromCounted"): string {
  return rows.some((one) => one[key] === null) ? "differs" : `${Math.max(...rows.map((one) => one[key] ?? 0))} s`;
}

async function compared(lab: Lab, api: PrometheusApi, window: BurnWindow, range: Range): Promise<Comparison[]> {
  const step = window.severity === "page" ? PAGE_STEP_SECONDS : TICKET_STEP_SECONDS;
  // Batch services have no pages: nobody waits for them.
  const services = new Map(lab.history.services.map((one) => [one.service.name, one]));
  const counted = ({ service }: { service: string }) => services.get(service)!.total.some((total) => total > 0);
  const specs = specsFromPlan(lab.plan).filter(
    (spec) => (window.severity !== "page" || spec.tier !== "batch") && counted(spec),
  );
  const ask = (expr: string) => api.queryRange(expr, range.startSeconds, range.endSeconds, step);
  const key = ({ service, slo }: Answer["labels"]) => `${service} ${slo}`;
  const ours = intervalsOf(await ask(alertOf(lab.files, window).expr), step, key);
  const published = new Map<string, Comparison["published"]>();
  for (const group of publishedGroups(specs)) {
    const answers = await ask(publishedExpression(group, window));
    for (const [service, intervals] of intervalsOf(answers, step, ({ service = "" }) => service)) {
      published.set(`${service} ${group.slo}`, intervals);
    }
  }
  return specs.map((spec) => {
    const id = `${spec.service} ${spec.slo}`;
    const found = { ours: ours.get(id) ?? [], published: published.get(id) ?? [] };
    return comparison(spec, window, found, services.get(spec.service)!, lab.history, range, step);
  });
}

function alertOf(files: readonly RuleFile[], { name }: BurnWindow): AlertRule {
  const pascal = name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const rules = files.flatMap(({ groups }) => groups.flatMap((group) => group.rules.filter(isAlert)));
  return rules.find(({ alert }) => alert === `SloErrorBudgetBurn${pascal}`)!;
}

/** Prometheus gives each group a second of its own within the interval: where recorded samples lie in the minute. */
async function offsetOf(api: PrometheusApi, endSeconds: number): Promise<number> {
  const [answer] = await api.query("slo:sli_error:ratio_rate1h[10m]", endSeconds);
  const at = answer?.points.at(-1)?.[0];
  if (at === undefined) throw new Error("no burn rate was recorded over the past");
  return at % 60;
}

const isPage = ({ window }: Comparison) => BURN_WINDOWS.find(({ name }) => name === window)?.severity === "page";

function problemsOf(one: Comparison): string[] {
  const most = isPage(one) ? PAGE_TOLERANCE_SECONDS : TICKET_TOLERANCE_SECONDS;
  // Plain arithmetic has no extrapolation at the edges of its windows.
  const limits = { fromPublished: most, fromCounted: 2 * most } as const;
  return (["fromPublished", "fromCounted"] as const)
    .filter((key) => (one[key] ?? Number.POSITIVE_INFINITY) > limits[key])
    .filter((key) => {
      const other = key === "fromPublished" ? one.published : one.counted;
      return longestApart(one.ours, other, one.close) > limits[key];
    })
    .map((key) => {
      const other = key === "fromPublished" ? one.published : one.counted;
      const what = one[key] === null ? `${one.ours.length} intervals against ${other.length}` : `${one[key]} s apart`;
      return `${one.service} ${one.slo} ${one.window}: ${key === "fromPublished" ? "published formula" : "arithmetic"}: ${what}`;
    });
}

function table(rows: readonly Comparison[], endSeconds: number): string {
  const text = new Table({
    head: [
      "service",
      "objective",
      "window",
      "fires",
      "first, hours ago",
      "minutes",
      "edge − published",
      "edge − counted",
    ],
    style: { head: [], border: [] },
  });
  for (const { service, slo, window, ours, fromPublished, fromCounted } of rows) {
    const minutes = ours.reduce((sum, { fromSeconds, toSeconds }) => sum + (toSeconds - fromSeconds) / 60, 0);
    const first = ours[0] === undefined ? "—" : ((endSeconds - ours[0].fromSeconds) / 3600).toFixed(1);
    const seconds = (value: number | null) => (value === null ? "differs" : `${value} s`);
    text.push([
      service,
      slo,
      window,
      ours.length,
      first,
      Math.round(minutes),
      seconds(fromPublished),
      seconds(fromCounted),
    ]);
  }
  return text.toString();
}
