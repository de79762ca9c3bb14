import type { JsonSchema } from "../json-schema.ts";
import { type Branch, branches } from "./branches.ts";
import type { Change } from "./change.ts";
import { compareConstraints } from "./constraints.ts";

/** Every difference between a released schema and the current one that a reader can meet, in reading order. */
export function compareSchemas(released: JsonSchema, current: JsonSchema, root = "platform"): Change[] {
  const node = (path: string, before: JsonSchema, after: JsonSchema): Change[] => {
    const old = branches(before, released);
    const now = branches(after, current);
    const pairs = pairUp(old, now);
    return [
      ...typeChanges(path, old, now),
      ...pairs.flatMap(([a, b]) => [
        ...compareConstraints(path, a, b),
        ...properties(path, a, b),
        ...elements(path, a, b),
      ]),
    ];
  };

  const properties = (path: string, before: JsonSchema, after: JsonSchema): Change[] => {
    const old = fields(before);
    const now = fields(after);
    const kept = Object.keys(old).flatMap((key): Change[] => {
      const at = `${path}.${key}`;
      if (now[key] === undefined) return [{ kind: "removed", path: at, before: "a field", after: "nothing" }];
      const relaxed = isRequired(before, key) && !isRequired(after, key);
      const promised = !isRequired(before, key) && isRequired(after, key);
      return [
        ...(relaxed ? [{ kind: "removed", path: at, before: "always there", after: "optional" } as const] : []),
        ...(promised ? [{ kind: "added", path: at, before: "optional", after: "always there" } as const] : []),
        ...node(at, old[key]!, now[key]!),
      ];
    });
    const fresh = Object.keys(now).filter((key) => old[key] === undefined);
    return [
      ...kept,
      ...fresh.map((key): Change => ({ kind: "added", path: `${path}.${key}`, before: "nothing", after: "a field" })),
    ];
  };

  const elements = (path: string, before: JsonSchema, after: JsonSchema): Change[] =>
    (
      [
        ["items", `${path}[]`],
        ["additionalProperties", `${path}.<key>`],
        ["propertyNames", `${path}.<key>`],
      ] as const
    ).flatMap(([keyword, at]) => {
      const old = before[keyword] ?? true;
      const now = after[keyword] ?? true;
      if (typeof old === "object" && typeof now === "object") return node(at, old as JsonSchema, now as JsonSchema);
      if (JSON.stringify(old) === JSON.stringify(now)) return [];
      const wider = now === true || old === false;
      return [
        {
          kind: wider ? "widened" : "narrowed",
          path: at,
          before: `${keyword} ${told(old)}`,
          after: `${keyword} ${told(now)}`,
        },
      ];
    });

  return node(root, released, current);
}

/** Alternatives of one type pair in order; what is left over was added or dropped. */
function pairUp(old: readonly Branch[], now: readonly Branch[]): [JsonSchema, JsonSchema][] {
  const free = [...now];
  return old.flatMap(({ type, schema }): [JsonSchema, JsonSchema][] => {
    const index = free.findIndex((branch) => branch.type === type);
    return index < 0 ? [] : [[schema, free.splice(index, 1)[0]!.schema]];
  });
}

function typeChanges(path: string, old: readonly Branch[], now: readonly Branch[]): Change[] {
  const gone = without(old, now);
  const fresh = without(now, old);
  if (gone.length === 0 && fresh.length === 0) return [];
  const kind = gone.length > 0 && fresh.length > 0 ? "changed" : gone.length > 0 ? "narrowed" : "widened";
  return [
    { kind, path, before: old.map(({ type }) => type).join(" | "), after: now.map(({ type }) => type).join(" | ") },
  ];
}

function without(from: readonly Branch[], taken: readonly Branch[]): string[] {
  const left = taken.map(({ type }) => type);
  return from
    .map(({ type }) => type)
    .filter((type) => {
      const index = left.indexOf(type);
      if (index >= 0) left.splice(index, 1);
      return index < 0;
    });
}

function fields(schema: JsonSchema): Record<string, JsonSchema> {
  return (schema.properties ?? {}) as Record<string, JsonSchema>;
}

function isRequired(schema: JsonSchema, key: string): boolean {
  return Array.isArray(schema.required) && schema.required.includes(key);
}

function told(value: unknown): string {
  return typeof value === "object" ? "restricted" : value === true ? "open" : "closed";
}
