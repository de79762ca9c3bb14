import type { ServicePlan } from "@pyairtable/plan";
import { BUCKETS_SECONDS, SLI_SOURCES } from "@pyairtable/slo";
import type { Clock } from "./clock.ts";
import { type Life, type Replica, SLOT_WEIGHTS } from "./replicas.ts";
import { counter, type RawSeries } from "./series.ts";
import { type Traffic, withinBuckets } from "./traffic.ts";

/** The histogram of a service as its replicas count it, and the same by minute for comparisons without Prometheus. */
export interface Requests {
  readonly series: readonly RawSeries[];
  readonly total: Float64Array;
  readonly bad: Float64Array;
  /** Good answers beyond the target. */
  readonly slow: Float64Array;
}

const BOUNDS = BUCKETS_SECONDS.map(String);

interface Counts {
  readonly replica: Replica;
  readonly good: Float64Array;
  readonly bad: Float64Array;
  readonly buckets: readonly Float64Array[];
}

/** `from`: first minute that is counted; the history before it has no requests. */
export function requestSeries(
  service: ServicePlan,
  life: Life,
  traffic: Traffic,
  clock: Clock,
  from: number,
): Requests {
  const target = service.slo.latencyP95Ms / 1000;
  const targetBucket = BUCKETS_SECONDS.indexOf(target);
  if (targetBucket === -1) throw new Error(`${service.name}: no bucket ends at its target of ${target} s`);
  const counts = life.replicas.filter(({ to }) => to > from).map((replica) => emptyCounts(replica, from));
  const byMinute = () => new Float64Array(clock.minutes + clock.ahead);
  const [total, bad, slow] = [byMinute(), byMinute(), byMinute()];
  const shares = new Float64Array(BOUNDS.length);
  for (let minute = from; minute < clock.minutes + clock.ahead; minute++) {
    const live = counts.filter(({ replica }) => replica.from <= minute && minute < replica.to);
    // Nothing is counted in a replica's first minute: its counters start at zero then.
    const serving = live.filter(({ replica }) => Math.max(replica.from, from) < minute);
    for (const one of live) carryOn(one, minute, from);
    if (serving.length === 0) continue;
    withinBuckets(traffic, target, minute, shares);
    slow[minute] = count(serving, traffic, minute, from, shares, targetBucket);
    total[minute] = traffic.total[minute]!;
    bad[minute] = traffic.bad[minute]!;
  }
  return { series: counts.flatMap((one) => seriesOf(service, traffic, one, targetBucket, from)), total, bad, slow };
}

function emptyCounts(replica: Replica, from: number): Counts {
  const values = () => new Float64Array(replica.to - Math.max(replica.from, from));
  return { replica, good: values(), bad: values(), buckets: BOUNDS.map(values) };
}

function carryOn({ replica, good, bad, buckets }: Counts, minute: number, from: number): void {
  const at = minute - Math.max(replica.from, from);
  if (at === 0) return;
  for (const values of [good, bad, ...buckets]) values[at] = values[at - 1]!;
}

/** Adds a minute's requests to the replicas that serve; whole requests only. Returns how many good ones were slow. */
function count(
  serving: readonly Counts[],
  { total, bad }: Traffic,
  minute: number,
  from: number,
  shares: Float64Array,
  targetBucket: number,
): number {
  const weights = serving.map(({ replica }) => SLOT_WEIGHTS[replica.slot]!);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  let left = total[minute]! - bad[minute]!;
  let slow = 0;
  for (const [index, one] of serving.entries()) {
    const at = minute - Math.max(one.replica.from, from);
    const last = index === serving.length - 1;
    const good = last ? left : Math.min(left, Math.round(((total[minute]! - bad[minute]!) * weights[index]!) / weight));
    left -= good;
    one.good[at]! += good;
    if (index === minute % serving.length) one.bad[at]! += bad[minute]!;
    for (let bucket = 0; bucket < shares.length; bucket++) {
      const fast = Math.round(good * shares[bucket]!);
      one.buckets[bucket]![at]! += fast;
      if (bucket === targetBucket) slow += good - fast;
    }
  }
  return slow;
}

function seriesOf(
  service: ServicePlan,
  { source }: Traffic,
  { replica, good, bad, buckets }: Counts,
  targetBucket: number,
  from: number,
): RawSeries[] {
  const { metric } = SLI_SOURCES[source];
  const target = { job: "services", service: service.name, instance: `${replica.address}:8080` };
  const [fine, failed] =
    source === "http"
      ? [{ http_response_status_code: "200" }, { http_response_status_code: "500" }]
      : [{}, { error_type: "Error" }];
  const since = Math.max(replica.from, from);
  const bucket = (outcome: Readonly<Record<string, string>>, le: string, values: Float64Array) =>
    counter(`${metric}_bucket`, { ...target, ...outcome, le }, since, values);
  return [
    counter(`${metric}_count`, { ...target, ...fine }, since, good),
    counter(`${metric}_count`, { ...target, ...failed }, since, bad),
    ...buckets.map((values, index) => bucket(fine, BOUNDS[index]!, values)),
    bucket(fine, "+Inf", good),
    // Failures are instant, so all their buckets hold the same: two of twelve are written.
    bucket(failed, BOUNDS[targetBucket]!, bad),
    bucket(failed, "+Inf", bad),
  ];
}
