import type { FiringInterval } from "@pyairtable/slo";
import { SCENARIO } from "../scenario/scenario.ts";
import { MINUTE_SECONDS, minuteBefore } from "../series/clock.ts";
import type { History, ServiceHistory } from "../series/history.ts";

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
export function trueAnomalies(history: History): readonly TrueAnomaly[] {
  const { clock, services } = history;
  const total = clock.minutes;
  return [
    ...services.flatMap((one) => {
      const running = runningMinutes(one, total);
      const cpu = trailingMean(one.usage.cpu, total, RATE_MINUTES);
      const awake = (minute: number) => running[minute]! >= RATE_MINUTES;
      // On Kubernetes the share of time in which some thread waits.
      const held =
        one.service.kubernetes === null ? atLimit(cpu, total) : trailingMean(one.usage.waiting, total, RATE_MINUTES);
      const of = (alert: string, holds: (minute: number) => boolean, forMinutes: number): TrueAnomaly => ({
        alert,
        service: one.service.name,
        intervals: firing(history, holds, forMinutes),
      });
      return [
        of("CpuSaturated", (minute) => awake(minute) && cpu[minute]! > 0.9, 15),
        of("CpuThrottled", (minute) => awake(minute) && held[minute]! > 0.25, 15),
        of("MemoryNearLimit", (minute) => running[minute]! > 0 && one.usage.memory[minute]! > 0.9, 10),
      ];
    }),
    storm(history),
  ].filter(({ intervals }) => intervals.length > 0);
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

function trailingMean(values: Float64Array, total: number, minutes: number): Float64Array {
  const means = new Float64Array(total);
  let sum = 0;
  for (let minute = 0; minute < total; minute++) {
    sum += values[minute]! - (minute >= minutes ? values[minute - minutes]! : 0);
    means[minute] = sum / Math.min(minute + 1, minutes);
  }
  return means;
}

/** On ECS: the share of the last quarter of an hour at 95% of the limit or more. */
function atLimit(cpu: Float64Array, total: number): Float64Array {
  return trailingMean(
    cpu.map((share) => (share >= 0.95 ? 1 : 0)),
    total,
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
