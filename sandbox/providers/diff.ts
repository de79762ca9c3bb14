import type { ChangeKind } from "./backend.ts";
import { equal, isObject, join, type Properties, type Value } from "./values.ts";

/** The leaves that differ, by property path. An unknown new value counts as a change. */
export function changedLeaves(olds: Properties, news: Properties): Map<string, ChangeKind> {
  const changes = new Map<string, ChangeKind>();
  collect(olds, news, "", changes);
  return changes;
}

function collect(olds: Value, news: Value, path: string, changes: Map<string, ChangeKind>): void {
  if (equal(olds, news)) return;
  const steps = isObject(olds) && isObject(news) ? stepsOfObjects(olds, news) : stepsOfLists(olds, news);
  if (steps === undefined) {
    changes.set(path, "update");
    return;
  }
  for (const { step, before, after } of steps) {
    const child = typeof step === "number" ? `${path}[${step}]` : join(path, step);
    if (before === undefined) changes.set(child, "add");
    else if (after === undefined) changes.set(child, "delete");
    else collect(before, after, child, changes);
  }
}

interface Step {
  readonly step: string | number;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

function stepsOfObjects(olds: Properties, news: Properties): Step[] {
  const keys = new Set([...Object.keys(olds), ...Object.keys(news)]);
  return [...keys]
    .filter((key) => !key.startsWith("__"))
    .map((key) => ({ step: key, before: olds[key], after: news[key] }));
}

function stepsOfLists(olds: Value, news: Value): Step[] | undefined {
  if (!Array.isArray(olds) || !Array.isArray(news)) return undefined;
  const length = Math.max(olds.length, news.length);
  return Array.from({ length }, (_, step) => ({ step, before: olds[step], after: news[step] }));
}
