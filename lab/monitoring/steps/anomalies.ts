import { type AlertRule, type FiringInterval, isAlert } from "@pyairtable/slo";
import { type Verdict, verdict } from "../../support/verdict.ts";
import { clipped, intervalsOf, joined, secondsIn } from "../burn/intervals.ts";
import type { Lab } from "../context.ts";
import { htmlTable } from "../report/html.ts";
import type { PrometheusApi } from "../servers/api.ts";
import { trueAnomalies } from "../truth/anomalies.ts";

const DAYS = 7;
const STEP_SECONDS = 60;
/** From one evaluation to the next a value at the threshold may go either way. */
const GAP_SECONDS = 180;
const LEAST = 0.95;
const ALERTS = ["CpuSaturated", "CpuThrottled", "MemoryNearLimit", "SpotInterruptionStorm"] as const;

interface Row {
  readonly alert: string;
  readonly service: string;
  readonly found: readonly FiringInterval[];
  readonly true: readonly FiringInterval[];
}

/** Resource and Spot alerts over a week of the past beside what really happened: who, when, and nobody else. */
export async function anomalies(lab: Lab, api: PrometheusApi): Promise<Verdict> {
  const { endSeconds } = lab.history.clock;
  const startSeconds = endSeconds - DAYS * 86_400;
  const truth = trueAnomalies(lab.history);
  const rows: Row[] = [];
  for (const alert of ALERTS) {
    lab.say(`looking for ${alert} in ${DAYS} days`);
    const rule = ruleOf(lab, alert);
    const answers = await api.queryRange(rule.expr, startSeconds, endSeconds - STEP_SECONDS, STEP_SECONDS);
    const found = intervalsOf(answers, STEP_SECONDS, ({ service = "" }) => service);
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
  const both = rows.reduce((sum, row) => sum + overlap(row.found, row.true), 0);
  const precision = both / rows.reduce((sum, row) => sum + secondsIn(row.found), 0);
  const recall = both / rows.reduce((sum, row) => sum + secondsIn(row.true), 0);
  const wrong = rows.filter((row) => overlap(row.found, row.true) === 0);
  const problems = wrong.map(({ alert, service, found }) =>
    found.length > 0 ? `${alert} fired for ${service}: nothing was wrong` : `${alert} did not fire for ${service}`,
  );
  if (!(precision >= LEAST)) problems.push(`precision ${precision.toFixed(3)}, at least ${LEAST} wanted`);
  if (!(recall >= LEAST)) problems.push(`recall ${recall.toFixed(3)}, at least ${LEAST} wanted`);
  const path = lab.save("anomalies.html", fragment(rows));
  lab.save("anomalies.json", JSON.stringify({ days: DAYS, precision, recall, rows }, null, 1));
  const hours = (both / 3600).toFixed(1);
  return verdict(
    "anomalies",
    `${rows.length - wrong.length}/${rows.length} pairs of alert and service found over ${DAYS} days (saturation, throttling, ` +
      `memory, Spot storm), ${hours} hours of firing; by time precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; ${path}`,
    problems,
  );
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
