import type { Selector } from "./schema.ts";
import type { Labels } from "./types.ts";

/** A label selector as a test. The empty selector takes everything; all its parts must hold. */
export function selectorMatcher(selector: Selector): (labels: Labels) => boolean {
  const wanted = Object.entries(selector.matchLabels ?? {});
  const expressions = (selector.matchExpressions ?? []).map(expressionMatcher);
  return (labels) =>
    wanted.every(([key, value]) => labelValue(labels, key) === value) && expressions.every((holds) => holds(labels));
}

type Expression = NonNullable<Selector["matchExpressions"]>[number];

function expressionMatcher({ key, operator, values }: Expression): (labels: Labels) => boolean {
  const listed = new Set(values ?? []);
  switch (operator) {
    case "In":
      return (labels) => {
        const value = labelValue(labels, key);
        return value !== undefined && listed.has(value);
      };
    case "NotIn":
      // Also holds where the label is missing.
      return (labels) => {
        const value = labelValue(labels, key);
        return value === undefined || !listed.has(value);
      };
    case "Exists":
      return (labels) => labelValue(labels, key) !== undefined;
    case "DoesNotExist":
      return (labels) => labelValue(labels, key) === undefined;
  }
}

function labelValue(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
