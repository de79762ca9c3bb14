import type { Plan } from "@pyairtable/plan";
import type { FiringInterval } from "@pyairtable/slo";
import { SCENARIO } from "../scenario/scenario.ts";
import { MINUTE_SECONDS, minuteBefore } from "../series/clock.ts";
import type { History, ServiceHistory } from "../series/history.ts";
import { trailingMean } from "./by-minute.ts";
import { trueCosts } from "./cost.ts";

/** When an alert of the past ought to have fired for a service (or the platform), computed without Prometheus. */
export interface TrueAnomaly {
  readonly alert: string;
  /** Empty for an alert of the platform. */
  readonly service: string;
  readonly intervals: readonly FiringInterval[];
}

const RATE_MINUTES = 5;
const HELD_MINUTES = 15;

/** Conditions over minutes, with how long each must hold; written anew here, in plain arithmetic. */
export function trueAnomalies(plan: Plan, history: History): readonly TrueAnomaly[] {
  const { clock, services } = history;
  const total = clock.minutes;
  return [
    ...services.flatMap((one) => {
      const running = runningMinutes(one, total);
      const cpu = trailingMean(one.usage.cpu.slice(0, total), RATE_MINUTES);
      const awake = (minute: number) => running[minute]! >= RATE_MINUTES;
      // On Kubernetes the share of time in which some thread waits.
      const held =
        one.service.kubernetes === null ? atLimit(cpu) : trailingMean(one.usage.waiting.slice(0, total), RATE_MINUTES);
      const of = (alert: string, holds: (minute: number) => boolean, forMinutes: number): TrueAnomaly => ({
        alert,
        service: one.service.name,
        intervals: firing(history, holds, forMinutes),
      });
      return [
        of("CpuSaturated", (minute) => awake(minute) && cpu[minute]! > 0.9, 15),
        of("CpuThrottled", (minute) => awake(minute) && held[minute]! > 0.25, 15),
        of("MemoryNearLimit", (minute) => running[minute]! > 0 && one.usage.memory[minute]! > 0.9, 10),
        of("ServiceDown", isDown(one, history), 3),
      ];
    }),
    ...costs(plan, history),
    storm(history),
  ].filter(({ intervals }) => intervals.length > 0);
}

/** Nothing runs though people wait for it: not a worker, not one that sleeps, and none in its first quarter of an hour. */
function isDown({ service, life }: ServiceHistory, { clock }: History): (minute: number) => boolean {
  const up = new Uint8Array(clock.minutes);
  for (const { from, to } of life.replicas) up.fill(1, from, to);
  const sleeps = service.offHours !== "always-on" && service.offHours.replicas === 0;
  const wanted = (minute: number) => !sleeps || (clock.working[minute] === 1 && clock.working[minute - 15] === 1);
  return (minute) => service.tier !== "batch" && up[minute] === 0 && wanted(minute);
}

/** Burn rates of the day's and the month's budget, and what costs half as much again as in the week before. */
function costs(plan: Plan, history: History): TrueAnomaly[] {
  const { platform, services } = trueCosts(plan, history);
  const { dailyAlertUsd, monthlyUsd } = plan.budget;
  const day = (hours: number) => trailingMean(platform, hours * 60).map((usdPerHour) => 24 * usdPerHour);
  const [week, whole, six, hour] = [day(7 * 24), day(24), day(6), day(1)];
  const [halfHour, fiveMinutes] = [day(0.5), day(5 / 60)];
  const of = (alert: string, service: string, holds: (minute: number) => boolean, forMinutes: number) => ({
    alert,
    service,
    intervals: firing(history, holds, forMinutes),
  });
  const over = (usd: number, ...paces: Float64Array[]) => {
    return (minute: number) => paces.every((pace) => pace[minute]! > usd);
  };
  return [
    of("CostBurnFast", "", over(5 * dailyAlertUsd, hour, fiveMinutes), 0),
    of("CostBurnSlow", "", over(dailyAlertUsd, six, halfHour), 0),
    of("CostDailyBudgetSpent", "", over(dailyAlertUsd, whole), 10),
    of("CostMonthlyForecast", "", over(monthlyUsd / 30.42, week), 360),
    ...[...services].map(([service, cost]) => {
      const [last, before] = [trailingMean(cost, 1440), trailingMean(cost, 7 * 1440)];
      const jumps = (minute: number) => {
        const [now, then] = [24 * last[minute]!, 24 * (before[minute - 1440] ?? Number.POSITIVE_INFINITY)];
        return now > 1.5 * then && now - then > 1;
      };
      return of("ServiceCostJump", service, jumps, 60);
    }),
  ];
}

/** So many interruptions within a quarter of an hour are a storm: a fifth of what is on Spot, and three at least. */
function storm(history: History): TrueAnomaly {
  const { clock, services } = history;
  const { endsHoursAgo, minutes } = SCENARIO.spotStorm;
  const onSpot = services.reduce(
    (sum, { service }) => sum + Math.max(0, service.replicas.min - service.placement.onDemandBase),
    0,
  );
  const many = Math.max(3, Math.ceil(0.2 * onSpot));
  const until = minuteBefore(clock, endsHoursAgo);
  const taken = services
    .flatMap(({ life }) => life.interruptions)
    .filter((minute) => minute > until - minutes - 1 && minute <= until)
    .sort((a, b) => a - b);
  const at = (minute: number) => clock.startSeconds + minute * MINUTE_SECONDS;
  const [first, last] = [taken[many - 1], taken.at(-many)];
  const known = first !== undefined && last !== undefined;
  return {
    alert: "SpotInterruptionStorm",
    service: "",
    intervals: known ? [{ fromSeconds: at(first), toSeconds: at(last + HELD_MINUTES) }] : [],
  };
}

/** Minutes since the busiest replica last began; 0 while none runs. */
function runningMinutes({ life }: ServiceHistory, total: number): Float64Array {
  const running = new Float64Array(total);
  for (const { slot, from, to } of life.replicas) {
    if (slot === 0) for (let minute = from; minute < Math.min(to, total); minute++) running[minute] = minute - from + 1;
  }
  return running;
}

/** On ECS: the share of the last quarter of an hour at 95% of the limit or more. */
function atLimit(cpu: Float64Array): Float64Array {
  return trailingMean(
    cpu.map((share) => (share >= 0.95 ? 1 : 0)),
    HELD_MINUTES,
  );
}

function firing({ clock }: History, holds: (minute: number) => boolean, forMinutes: number): FiringInterval[] {
  const intervals: FiringInterval[] = [];
  let since: number | undefined;
  const at = (minute: number) => clock.startSeconds + minute * MINUTE_SECONDS;
  for (let minute = 0; minute <= clock.minutes; minute++) {
    if (minute < clock.minutes && holds(minute)) {
      since ??= minute;
    } else if (since !== undefined) {
      if (minute - since > forMinutes) intervals.push({ fromSeconds: at(since + forMinutes), toSeconds: at(minute) });
      since = undefined;
    }
  }
  return intervals;
}
