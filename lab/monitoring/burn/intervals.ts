import type { FiringInterval } from "@pyairtable/slo";
import type { Answer } from "../servers/api.ts";

/** When a range query's expression had a result, by the key of its series. */
export function intervalsOf(
  answers: readonly Answer[],
  stepSeconds: number,
  keyOf: (labels: Answer["labels"]) => string,
): ReadonlyMap<string, readonly FiringInterval[]> {
  return new Map(
    answers.map(({ labels, points }) => [
      keyOf(labels),
      joined(
        points.map(([seconds]) => ({ fromSeconds: seconds, toSeconds: seconds + stepSeconds })),
        0,
      ),
    ]),
  );
}

/** Intervals with gaps of at most `gapSeconds` closed; ascending ones. */
export function joined(intervals: readonly FiringInterval[], gapSeconds: number): readonly FiringInterval[] {
  const result: { fromSeconds: number; toSeconds: number }[] = [];
  for (const { fromSeconds, toSeconds } of intervals) {
    const last = result.at(-1);
    if (last !== undefined && fromSeconds - last.toSeconds <= gapSeconds) last.toSeconds = toSeconds;
    else result.push({ fromSeconds, toSeconds });
  }
  return result;
}

/** The part within a range. */
export function clipped(intervals: readonly FiringInterval[], from: number, to: number): readonly FiringInterval[] {
  return intervals
    .map(({ fromSeconds, toSeconds }) => ({
      fromSeconds: Math.max(from, fromSeconds),
      toSeconds: Math.min(to, toSeconds),
    }))
    .filter(({ fromSeconds, toSeconds }) => toSeconds > fromSeconds);
}

/** The parts of the first that are not in the second; both ascending. */
export function outside(
  intervals: readonly FiringInterval[],
  others: readonly FiringInterval[],
): readonly FiringInterval[] {
  return intervals.flatMap(({ fromSeconds, toSeconds }) => {
    const inside = clipped(others, fromSeconds, toSeconds);
    const edges = [fromSeconds, ...inside.flatMap((one) => [one.fromSeconds, one.toSeconds]), toSeconds];
    return Array.from({ length: edges.length / 2 }, (_, index) => ({
      fromSeconds: edges[2 * index]!,
      toSeconds: edges[2 * index + 1]!,
    })).filter((one) => one.toSeconds > one.fromSeconds);
  });
}

/** The largest distance of edges in seconds; infinite where their number differs. */
export function edgeDistance(a: readonly FiringInterval[], b: readonly FiringInterval[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    0,
    ...a.flatMap((one, index) => [
      Math.abs(one.fromSeconds - b[index]!.fromSeconds),
      Math.abs(one.toSeconds - b[index]!.toSeconds),
    ]),
  );
}

export const secondsIn = (intervals: readonly FiringInterval[]) =>
  intervals.reduce((sum, { fromSeconds, toSeconds }) => sum + toSeconds - fromSeconds, 0);
