import type { BurnWindow, FiringInterval, SloSpec, TrafficSample } from "@pyairtable/slo";
import { firingIntervals } from "@pyairtable/slo";
import { MINUTE_SECONDS } from "../series/clock.ts";
import type { History, ServiceHistory } from "../series/history.ts";
import { clipped, edgeDistance, joined, outside } from "./intervals.ts";

/** One objective and pair of windows: when our alert fired, the published formula, and plain arithmetic. */
export interface Comparison {
  readonly service: string;
  readonly slo: string;
  readonly window: string;
  readonly ours: readonly FiringInterval[];
  readonly published: readonly FiringInterval[];
  readonly counted: readonly FiringInterval[];
  /** Seconds between the worst pair of edges; null where their number differs. */
  readonly fromPublished: number | null;
  readonly fromCounted: number | null;
  /** Where the burn rate is so close to its threshold that either may be said. */
  readonly close: readonly FiringInterval[];
}

/** A day's burn rate that hardly changes may take half an hour to pass its threshold, which it is measured at to a hair. */
const HAIR = 0.01;

export interface Range {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

export function comparison(
  spec: SloSpec,
  window: BurnWindow,
  found: Pick<Comparison, "ours" | "published">,
  service: ServiceHistory,
  history: History,
  range: Range,
  stepSeconds: number,
): Comparison {
  const samples = samplesOf(spec, service, history);
  const countedAt = (times: number) =>
    firingIntervals(samples, spec.objective, { ...window, factor: window.factor * times }, spec.lowTraffic);
  // At the threshold an alert may come and go from one evaluation to the next, in each of the three at another one.
  const smooth = (intervals: readonly FiringInterval[]) =>
    clipped(joined(intervals, 3 * stepSeconds), range.startSeconds, range.endSeconds);
  const [ours, published, plain] = [smooth(found.ours), smooth(found.published), smooth(countedAt(1))];
  const [fromPublished, fromCounted] = [edgeDistance(ours, published), edgeDistance(ours, plain)];
  const apart = Math.max(fromPublished, fromCounted) > stepSeconds;
  return {
    service: spec.service,
    slo: spec.slo,
    window: window.name,
    ours,
    published,
    counted: plain,
    fromPublished: finite(fromPublished),
    fromCounted: finite(fromCounted),
    close: apart ? outside(smooth(countedAt(1 - HAIR)), smooth(countedAt(1 + HAIR))) : [],
  };
}

/** Seconds of the longest time that one of the two fires alone and the threshold is not close. */
export function longestApart(
  a: readonly FiringInterval[],
  b: readonly FiringInterval[],
  close: readonly FiringInterval[],
): number {
  const alone = [...outside(a, b), ...outside(b, a)];
  return Math.max(0, ...alone.flatMap((one) => outside([one], close)).map((one) => one.toSeconds - one.fromSeconds));
}

/** What the history's own counts say, without Prometheus. */
function samplesOf({ sli }: SloSpec, { total, bad, slow }: ServiceHistory, { clock }: History): TrafficSample[] {
  return Array.from({ length: clock.minutes }, (_, minute) => ({
    atSeconds: clock.startSeconds + minute * MINUTE_SECONDS,
    total: total[minute]!,
    // A failure is an instant answer.
    bad: sli.kind === "errors" ? bad[minute]! : slow[minute]!,
  }));
}

/** Groups are evaluated at fractions of a second. */
const finite = (value: number) => (Number.isFinite(value) ? Math.round(value) : null);
