import type { ServicePlan } from "@pyairtable/plan";
import { BUCKETS_SECONDS, type SliSourceName, sliSourceOf } from "@pyairtable/slo";
import { scenarioOf } from "../plan.ts";
import { SCENARIO } from "../scenario/scenario.ts";
import { type Clock, minuteBefore } from "./clock.ts";
import { randomOf } from "./random.ts";
import type { Life } from "./replicas.ts";
import { quantile } from "./season.ts";

/** Requests (or messages) of a whole service in each minute. */
export interface Traffic {
  readonly source: SliSourceName;
  readonly total: Float64Array;
  readonly bad: Float64Array;
  /** Share of the good ones that are slow because of an incident. */
  readonly slowShare: Float64Array;
  /** Median seconds of an answer. */
  readonly medianSeconds: Float64Array;
}

const NIGHT = 0.15;
const NOISE = 0.08;
const USUAL_ERRORS = 2e-5;
/** Median against the target: the p95 is then at half of it. */
const MEDIAN = 0.2;
/** From this share of CPU on, answers wait; three times as long where it is all used. */
const WAITS_FROM = 0.8;
const WAITS = 2.2;
/** Steepness of the log-logistic distribution: its p95 is 2.5 medians. */
const STEEPNESS = 3.2;
/** An incident's slow answers against the target. */
const SLOW = 4;

export function trafficOf(
  service: ServicePlan,
  life: Life,
  load: Float64Array,
  cpu: Float64Array,
  clock: Clock,
): Traffic {
  const random = randomOf("traffic", service.name);
  const { runtime, cpu: kind } = scenarioOf(service.name);
  const running = new Uint8Array(load.length);
  for (const { from, to } of life.replicas) running.fill(1, from, to);
  const busy = quantile(load, 0.95, (minute) => minute < clock.minutes);
  const [errors, slowShare] = [new Float64Array(load.length).fill(USUAL_ERRORS), new Float64Array(load.length)];
  apply(service.name, clock, errors, slowShare);

  const total = load.map((one, minute) => {
    const perSecond = service.usage.requestsPerSecondP95 * (NIGHT + ((1 - NIGHT) * one) / busy);
    return running[minute] === 1 ? Math.round(perSecond * 60 * (1 + NOISE * (2 * random() - 1))) : 0;
  });
  let owed = 0;
  const bad = total.map((count, minute) => {
    owed += count * errors[minute]!;
    const now = Math.min(count, Math.floor(owed));
    owed -= now;
    return now;
  });
  const target = service.slo.latencyP95Ms / 1000;
  const waits = runtime === "ecs" || kind === "throttled";
  const medianSeconds = cpu.map((share) => {
    const held = waits ? Math.min(1, Math.max(0, (share - WAITS_FROM) / (1 - WAITS_FROM))) : 0;
    return target * MEDIAN * (1 + WAITS * held) * (1 + 0.05 * (2 * random() - 1));
  });
  return { source: sliSourceOf(service), total, bad, slowShare, medianSeconds };
}

/** Share of a minute's good answers within each bucket; written into `shares`. */
export function withinBuckets(traffic: Traffic, targetSeconds: number, minute: number, shares: Float64Array): void {
  const [median, slow] = [traffic.medianSeconds[minute]!, traffic.slowShare[minute]!];
  for (let bucket = 0; bucket < BUCKETS_SECONDS.length; bucket++) {
    const bound = BUCKETS_SECONDS[bucket]!;
    const usual = within(bound, median);
    shares[bucket] = slow === 0 ? usual : (1 - slow) * usual + slow * within(bound, SLOW * targetSeconds);
  }
}

const within = (seconds: number, median: number) => 1 / (1 + (median / seconds) ** STEEPNESS);

function apply(service: string, clock: Clock, errors: Float64Array, slowShare: Float64Array): void {
  for (const incident of SCENARIO.incidents.filter((one) => one.service === service.replace(/-\d+$/, ""))) {
    for (let turn = 0; turn < (incident.repeats ?? 1); turn++) {
      const end = minuteBefore(clock, incident.endsHoursAgo) - turn * (incident.everyMinutes ?? 0);
      const values = incident.kind === "errors" ? errors : slowShare;
      values.fill(incident.share, Math.max(0, end - incident.minutes), Math.max(0, end));
    }
  }
}
