import { join } from "node:path";
import { SERIES as S } from "@pyairtable/monitoring";
import { BURN_WINDOWS, sloSeries } from "@pyairtable/slo";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import { backfill } from "../history/backfill.ts";
import { budgetSeries, constantSeries, floorSeries } from "../history/constants.ts";
import { baseRules, burnRules, costRules, floorRules, requestRules, resourceRules } from "../history/past-rules.ts";
import { type PastRule, type RecordResult, recordPast } from "../history/record.ts";
import { endOf, minuteAt } from "../series/clock.ts";
import { allSeries } from "../series/history.ts";
import { SAMPLE } from "../servers/live.ts";
import { type PrometheusServer, startPrometheus } from "../servers/prometheus.ts";

const DAY_MINUTES = 1440;
/** What burn rates are compared over. */
export const COMPARED_DAYS = { full: 4, short: 1.25 } as const;
/** Resources are sampled and recorded so far apart in short. */
const SHORT_STEP_MINUTES = 2;
/** … and what its six-hour window sees before that. */
const SHORT_REQUEST_DAYS = 1.5;
/** What a week of alerts reads: jumps look back eight days more; in short only burn rates are asked, of a day. */
const COST_DAYS = { full: 15, short: 8 } as const;
const FLOOR_DAYS = 7.1;
const PAGE_WINDOWS = BURN_WINDOWS.filter(({ severity }) => severity === "page");

export interface Prepared {
  readonly verdict: Verdict;
  readonly server: PrometheusServer;
}

/** Two weeks of samples into a real TSDB, and the rules over them as if Prometheus had been there all along. */
export async function prepare(lab: Lab): Promise<Prepared> {
  const { history, data, tools, settings, say } = lab;
  const { minutes, startSeconds, endSeconds } = history.clock;
  const folder = join(lab.keeper.directory, "import");
  const raw = allSeries(history);
  const imported = await backfill(
    lab.keeper,
    tools.promtool,
    [...raw, ...constantsOf(lab)],
    history.clock,
    folder,
    data,
    say,
  );
  const server = await startPrometheus(lab.keeper, { command: tools.prometheus, name: "prometheus-past", data });
  await server.loaded();
  const past = async (rules: readonly PastRule[], days: number): Promise<RecordResult> => {
    const start = Math.max(startSeconds, endSeconds - days * 86_400);
    const range = { startSeconds: start, endSeconds };
    return recordPast(lab.keeper, tools.promtool, server, rules, range, join(folder, "rules"), data, settings, say);
  };
  const { files, short } = lab;
  const days = minutes / DAY_MINUTES;
  const recorded = short
    ? [
        await past(resourceRules(files, settings, SHORT_STEP_MINUTES * 60), days),
        await past([...baseRules(files, 60), ...burnRules(files, settings, PAGE_WINDOWS)], COMPARED_DAYS.short),
        await past([...costRules(files), ...floorRules(files)], COST_DAYS.short),
      ]
    : [
        await past([...resourceRules(files, settings), ...requestRules(files, settings)], days),
        await past([...costRules(files), ...floorRules(files)], COST_DAYS.full),
        await past(burnRules(files, settings), COMPARED_DAYS.full),
      ];
  const count = (await server.api.metrics()).get("prometheus_tsdb_blocks_loaded");
  const rules = recorded.reduce((sum, one) => sum + one.rules, 0);
  const seconds = recorded.reduce((sum, one) => sum + one.seconds, 0);
  const figures =
    `${days} days of ${history.services.length} services to ${endOf(history.clock)}, a sample each ${settings.scrapeIntervalSeconds} s: ` +
    `${millions(imported.samples)} samples of ${imported.series} series, ${Math.round(imported.textBytes / 1e6)} MB of OpenMetrics ` +
    `written in ${imported.writeSeconds.toFixed(0)} s and imported by promtool in ${imported.importSeconds.toFixed(0)} s; ` +
    `${rules} rules evaluated over the past in ${seconds.toFixed(0)} s; ${count} blocks loaded; ` +
    `thinned: constants to each 4 min, failures' buckets to two${short ? ", resources to each 2 min, requests to the compared days and services" : ""}`;
  lab.save("history.json", JSON.stringify({ imported, recorded }, null, 1));
  return { verdict: verdict("history", figures), server };
}

/**
 * The minutes that the import itself took, up to now: without them a rate over five minutes starts from nothing when the
 * live server does. Not what runs for real from now on, nor who answers.
 */
export async function bridge({ history, keeper, tools, data, say }: Lab): Promise<void> {
  const { clock } = history;
  const now = minuteAt(clock, Date.now() / 1000);
  const raw = allSeries(history).filter(
    ({ name, labels }) => name !== "up" && !(labels.job === "services" && labels.service === SAMPLE),
  );
  const folder = join(keeper.directory, "bridge");
  await backfill(keeper, tools.promtool, raw, clock, folder, data, say, [clock.minutes, now]);
}

/** What the plan decided, for as long as something over the past reads it. */
function constantsOf({ files, history, short }: Lab) {
  const { minutes } = history.clock;
  const since = (days: number) => Math.max(0, minutes - Math.round(days * DAY_MINUTES));
  const compared = since((short ? COMPARED_DAYS.short : COMPARED_DAYS.full) + 0.1);
  const slo = [sloSeries.OBJECTIVE, sloSeries.MINIMUM_REQUESTS, sloSeries.MINIMUM_BAD];
  const cost = [S.vcpuPrice, S.gibPrice, S.otherCost, S.sharedCost];
  return [
    ...constantSeries(files, slo, compared, minutes),
    ...budgetSeries(files, compared, minutes),
    ...constantSeries(files, [S.info], since(FLOOR_DAYS), minutes),
    ...floorSeries(files, since(FLOOR_DAYS), minutes),
    ...constantSeries(files, [S.budgetDaily, S.budgetMonthly], since(FLOOR_DAYS), minutes),
    ...constantSeries(files, cost, since((short ? COST_DAYS.short : COST_DAYS.full) + 0.1), minutes),
  ];
}

/** How much of the history is made. */
export const historyOptions = (short: boolean, compared: ReadonlySet<string>) => ({
  resourceMinutes: short ? SHORT_STEP_MINUTES : 1,
  requestDays: short ? SHORT_REQUEST_DAYS : Number.POSITIVE_INFINITY,
  requestsOf: (service: string) => !short || compared.has(service),
});

const millions = (count: number) => `${(count / 1e6).toFixed(1)} million`;
