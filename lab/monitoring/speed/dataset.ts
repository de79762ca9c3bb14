import { SERIES as S } from "@pyairtable/monitoring";
import type { Plan } from "@pyairtable/plan";
import { createClock } from "../series/clock.ts";
import { allSeries, createHistory } from "../series/history.ts";
import { seasonal } from "../series/season.ts";
import type { RawSeries } from "../series/series.ts";

const WEEKS_DAYS = 14;
/** Thin, so that three hundred services are written within seconds: what grows is the number of series. */
export const RECORDED_EVERY_MINUTES = 30;
/** The longest window that reads counters, and a little. */
const RAW_DAYS = 0.26;
const RESOURCES = ["cpu", "memory", "throttling"] as const;
const RECORDED = [
  ...[S.cpuBusiest, S.memoryBusiest, S.latencyP95, S.cpuRequest, S.cpu, S.memoryRequest, S.memory, S.replicas],
  ...["slo:sli_total:rate5m", S.cost],
] as const;
const PAIRS = ["service:latency_pair_x:ratio", "service:latency_pair_y:seconds", "service:latency_pair_xy:product"];

export interface Dataset {
  readonly clock: ReturnType<typeof createClock>;
  readonly series: readonly RawSeries[];
}

/** What the rules read at one moment: counters of six hours, and two weeks of what was recorded. For timing only. */
export function speedDataset(plan: Plan, endSeconds: number): readonly Dataset[] {
  // Nobody sleeps, so that every run has the same number of series.
  const awake: Plan = { ...plan, services: plan.services.map((one) => ({ ...one, offHours: "always-on" as const })) };
  const day = createClock(endSeconds, 1, plan.offHours, 0);
  const raw = allSeries(createHistory(awake, day, { requestDays: RAW_DAYS, requestsOf: () => true }));
  const weeks = createClock(endSeconds, WEEKS_DAYS, plan.offHours, 0);
  // All share one course: its shape costs nothing, its samples do.
  const values = seasonal(weeks);
  const of = (name: string, labels: RawSeries["labels"]): RawSeries => ({
    name,
    labels,
    from: 0,
    values,
    decimals: 4,
    everyMinutes: RECORDED_EVERY_MINUTES,
    counter: false,
  });
  const recorded = plan.services.flatMap(({ name: service }) => [
    ...RECORDED.map((name) => of(name, { service })),
    ...["availability", "latency"].map((slo) => of("slo:sli_bad:rate5m", { service, slo })),
    ...RESOURCES.flatMap((resource) => PAIRS.map((name) => of(name, { service, resource }))),
  ]);
  return [
    { clock: day, series: raw },
    { clock: weeks, series: recorded },
  ];
}
