import type { JsonSchema } from "../json-schema.ts";
import type { Change, ChangeKind } from "./change.ts";

/** Bounds by the direction in which a larger number goes. */
const LOWER = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
const UPPER = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
/** Present or absent says narrower or wider; a different value can't be judged. */
const OPAQUE = ["pattern", "format", "multipleOf", "uniqueItems", "contentEncoding", "contentMediaType"];
/** Compared by the walk, or without meaning for a reader. */
const ELSEWHERE = ["type", "properties", "required", "additionalProperties", "propertyNames", "items", "enum", "const"];
const WORDS = [
  "title",
  "description",
  "examples",
  "default",
  "deprecated",
  "$schema",
  "$id",
  "$comment",
  "$defs",
  "definitions",
  "anyOf",
  "oneOf",
];
const KNOWN = new Set([...LOWER, ...UPPER, ...OPAQUE, ...ELSEWHERE, ...WORDS]);

/** Differences in the limits on a value of one JSON type. */
export function compareConstraints(path: string, before: JsonSchema, after: JsonSchema): Change[] {
  const at = (keyword: string, kind: ChangeKind): Change => ({
    kind,
    path,
    before: `${keyword} ${text(before[keyword])}`,
    after: `${keyword} ${text(after[keyword])}`,
  });
  const changes = [...bounds(before, after, LOWER, 1), ...bounds(before, after, UPPER, -1)].map(([key, kind]) =>
    at(key, kind),
  );
  if (before.type !== after.type) changes.push(at("type", after.type === "integer" ? "narrowed" : "widened"));
  for (const keyword of OPAQUE) {
    if (same(before[keyword], after[keyword])) continue;
    if (before[keyword] === undefined) changes.push(at(keyword, "narrowed"));
    else changes.push(at(keyword, after[keyword] === undefined ? "widened" : "changed"));
  }
  for (const keyword of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!KNOWN.has(keyword) && !same(before[keyword], after[keyword])) changes.push(at(keyword, "changed"));
  }
  return [...changes, ...compareValues(path, before, after)];
}

function bounds(
  before: JsonSchema,
  after: JsonSchema,
  keywords: readonly string[],
  sign: 1 | -1,
): [string, ChangeKind][] {
  return keywords.flatMap((keyword): [string, ChangeKind][] => {
    const old = bound(before[keyword]);
    const now = bound(after[keyword]);
    if (old === now) return [];
    return [[keyword, (now - old) * sign > 0 ? "narrowed" : "widened"]];
    function bound(value: unknown): number {
      return typeof value === "number" ? value : -sign * Number.POSITIVE_INFINITY;
    }
  });
}

/** `enum` and `const` as sets of allowed values. */
function compareValues(path: string, before: JsonSchema, after: JsonSchema): Change[] {
  const old = allowed(before);
  const now = allowed(after);
  if (old === undefined && now === undefined) return [];
  const change = (kind: ChangeKind, was: string, is: string): Change => ({ kind, path, before: was, after: is });
  if (old === undefined) return [change("narrowed", "any value", `only ${now!.join(", ")}`)];
  if (now === undefined) return [change("widened", `only ${old.join(", ")}`, "any value")];
  const gone = old.filter((value) => !now.includes(value));
  const fresh = now.filter((value) => !old.includes(value));
  return [
    ...(gone.length > 0 ? [change("narrowed", `also ${gone.join(", ")}`, `only ${now.join(", ")}`)] : []),
    ...(fresh.length > 0 ? [change("widened", `only ${old.join(", ")}`, `also ${fresh.join(", ")}`)] : []),
  ];
}

function allowed(schema: JsonSchema): string[] | undefined {
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  return Array.isArray(schema.enum) ? schema.enum.map((value) => JSON.stringify(value)) : undefined;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function text(value: unknown): string {
  return value === undefined ? "none" : JSON.stringify(value);
}
