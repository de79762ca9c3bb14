import { type AlertRule, type FiringInterval, isAlert } from "@pyairtable/slo";
import { type Verdict, verdict } from "../../support/verdict.ts";
import { clipped, intervalsOf, joined, secondsIn } from "../burn/intervals.ts";
import type { Lab } from "../context.ts";
import { htmlTable } from "../report/html.ts";
import { MINUTE_SECONDS } from "../series/clock.ts";
import { SILENT_MINUTES } from "../series/targets.ts";
import type { PrometheusApi } from "../servers/api.ts";
import { trueAnomalies } from "../truth/anomalies.ts";

const DAYS = 7;
/** From one evaluation to the next a value at the threshold may go either way. */
const GAP_SECONDS = 180;
/** By time: of all together, and of each alert. */
const LEAST = 0.95;
const LEAST_EACH = 0.9;
/** Seconds between evaluations: where windows are of a week, as many a minute would read billions of samples. */
const STEPS = {
  CpuSaturated: 60,
  CpuThrottled: 60,
  MemoryNearLimit: 60,
  SpotInterruptionStorm: 60,
  ServiceDown: 60,
  CostBurnFast: 60,
  CostBurnSlow: 60,
  CostDailyBudgetSpent: 60,
  CostMonthlyForecast: 600,
  ServiceCostJump: 1800,
} as const;
type Anomaly = keyof typeof STEPS;
const ALERTS = Object.keys(STEPS) as Anomaly[];
/** In short fewer days of cost are recorded than these look back. */
const FULL_ONLY: readonly Anomaly[] = ["CostMonthlyForecast", "ServiceCostJump"];

interface Row {
  readonly alert: string;
  readonly service: string;
  readonly found: readonly FiringInterval[];
  readonly true: readonly FiringInterval[];
}

/** Alerts that no objective explains over a week of the past beside what really happened: who, when, and nobody else. */
export async function anomalies(
  lab: Lab,
  api: PrometheusApi,
  alerts: readonly Anomaly[] = ALERTS.filter((alert) => !lab.short || !FULL_ONLY.includes(alert)),
): Promise<Verdict> {
  const { clock } = lab.history;
  const startSeconds = clock.endSeconds - DAYS * 86_400;
  const endSeconds = clock.endSeconds - SILENT_MINUTES * MINUTE_SECONDS;
  const truth = trueAnomalies(lab.plan, lab.history);
  const rows: Row[] = [];
  for (const alert of alerts) {
    lab.say(`looking for ${alert} in ${DAYS} days`);
    const [rule, step] = [ruleOf(lab, alert), STEPS[alert]];
    const answers = await api.queryRange(rule.expr, startSeconds, endSeconds - step, step);
    const found = intervalsOf(answers, step, ({ service = "" }) => service);
    const planted = new Map(truth.filter((one) => one.alert === alert).map((one) => [one.service, one.intervals]));
    for (const service of new Set([...found.keys(), ...planted.keys()])) {
      const clip = (intervals: readonly FiringInterval[]) =>
        joined(clipped(intervals, startSeconds, endSeconds), GAP_SECONDS);
      const row = {
        alert,
        service,
        found: clip(waited(found.get(service) ?? [], rule)),
        true: clip(planted.get(service) ?? []),
      };
      if (row.found.length + row.true.length > 0) rows.push(row);
    }
  }
  const scores = [
    scoreOf("all", rows),
    ...alerts.map((alert) =>
      scoreOf(
        alert,
        rows.filter((row) => row.alert === alert),
      ),
    ),
  ];
  const [{ precision, recall, both }] = scores as [Score];
  const wrong = rows.filter((row) => overlap(row.found, row.true) === 0);
  const problems = wrong.map(({ alert, service, found }) => {
    const whom = service || "the platform";
    return found.length > 0 ? `${alert} fired for ${whom}: nothing was wrong` : `${alert} did not fire for ${whom}`;
  });
  problems.push(...scores.flatMap(scoreProblems));
  const worst = (key: "precision" | "recall") => scores.reduce((least, one) => (one[key] < least[key] ? one : least));
  const path = lab.save("anomalies.html", fragment(rows));
  lab.save("anomalies.json", JSON.stringify({ days: DAYS, precision, recall, rows }, null, 1));
  const hours = (both / 3600).toFixed(1);
  return verdict(
    "anomalies",
    `${rows.length - wrong.length}/${rows.length} pairs of alert and service found over ${DAYS} days (${alerts.length} alerts: ` +
      `saturation, throttling, memory, Spot storm, services down, cost), ${hours} hours of firing; by time precision ` +
      `${precision.toFixed(3)}, recall ${recall.toFixed(3)}; of one alert at least ${worst("precision").precision.toFixed(3)} ` +
      `(${worst("precision").name}) and ${worst("recall").recall.toFixed(3)} (${worst("recall").name}); ${path}`,
    problems,
  );
}

interface Score {
  readonly name: string;
  /** Seconds in which it fired, and had to. */
  readonly both: number;
  readonly precision: number;
  readonly recall: number;
}

function scoreOf(name: string, rows: readonly Row[]): Score {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  const both = sum((row) => overlap(row.found, row.true));
  return {
    name,
    both,
    precision: both / sum((row) => secondsIn(row.found)),
    recall: both / sum((row) => secondsIn(row.true)),
  };
}

/** An alert that nothing made fire shows nothing. */
function scoreProblems({ name, precision, recall }: Score): string[] {
  const least = name === "all" ? LEAST : LEAST_EACH;
  return Object.entries({ precision, recall })
    .filter(([, value]) => !(value >= least))
    .map(([what, value]) => `${what} of ${name} ${value.toFixed(3)}, at least ${least} wanted`);
}

function ruleOf({ files }: Lab, alert: string): AlertRule {
  const rules = files.flatMap(({ groups }) => groups.flatMap((group) => group.rules.filter(isAlert)));
  const rule = rules.find((one) => one.alert === alert);
  if (rule === undefined) throw new Error(`no alert ${alert} in the rules of the lab's plan`);
  return rule;
}

/** An expression's intervals without the time that the alert waits. */
function waited(intervals: readonly FiringInterval[], { forSeconds }: AlertRule): FiringInterval[] {
  return intervals
    .map(({ fromSeconds, toSeconds }) => ({ fromSeconds: fromSeconds + forSeconds, toSeconds }))
    .filter(({ fromSeconds, toSeconds }) => toSeconds > fromSeconds);
}

function overlap(a: readonly FiringInterval[], b: readonly FiringInterval[]): number {
  return a.reduce((sum, { fromSeconds, toSeconds }) => sum + secondsIn(clipped(b, fromSeconds, toSeconds)), 0);
}

function fragment(rows: readonly Row[]): string {
  const hours = (intervals: readonly FiringInterval[]) => (secondsIn(intervals) / 3600).toFixed(1);
  return htmlTable(
    `Alerts of ${DAYS} days beside what happened`,
    ["Alert", "Service", "Times", "Hours", "Hours in truth", "Hours in both"],
    rows.map((row) => [
      row.alert,
      row.service || "platform",
      row.found.length,
      hours(row.found),
      hours(row.true),
      (overlap(row.found, row.true) / 3600).toFixed(1),
    ]),
    (index) => overlap(rows[index]!.found, rows[index]!.true) === 0,
  );
}
