import type { JsonSchema } from "../json-schema.ts";

/** One alternative of a schema, of one JSON type. */
export interface Branch {
  readonly type: string;
  readonly schema: JsonSchema;
}

const TYPES = ["string", "number", "boolean", "object", "array", "null"];

/**
 * Splits a schema into alternatives by JSON type, so that `string | null` and a union compare the same way.
 * `integer` is `number` here: the constraint comparison sees the difference. No type means every type.
 */
export function branches(schema: JsonSchema, root: JsonSchema): Branch[] {
  const resolved = resolve(schema, root);
  const options = resolved.anyOf ?? resolved.oneOf;
  if (Array.isArray(options)) return options.flatMap((option: JsonSchema) => branches(option, root));
  return typesOf(resolved).map((type) => ({
    type: type === "integer" ? "number" : type,
    schema: { ...resolved, type },
  }));
}

function typesOf(schema: JsonSchema): string[] {
  if (typeof schema.type === "string") return [schema.type];
  if (Array.isArray(schema.type)) return schema.type as string[];
  const values = schema.const !== undefined ? [schema.const] : (schema.enum as unknown[] | undefined);
  if (values !== undefined) return [...new Set(values.map(jsonType))];
  return TYPES;
}

function jsonType(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** Follows `#/…` references; one that leads nowhere is a broken schema. */
function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { $ref, ...beside } = schema;
  if (typeof $ref !== "string") return schema;
  const target = $ref
    .replace(/^#\/?/, "")
    .split("/")
    .filter((step) => step !== "")
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], root);
  if (!$ref.startsWith("#") || typeof target !== "object" || target === null)
    throw new Error(`schema reference ${$ref} leads nowhere`);
  return { ...resolve(target as JsonSchema, root), ...beside };
}
