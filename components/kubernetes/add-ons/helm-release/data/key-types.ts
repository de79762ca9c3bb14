import type { ValueType } from "../values-check.ts";

/** Path with slashes → what the chart takes there. A path that ends in a slash is an object with keys of its own. */
export type DeclaredKeys = Map<string, ValueType | readonly ValueType[]>;

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

export function typesFromSchema(schema: Schema, path = "", found: DeclaredKeys = new Map()): DeclaredKeys {
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    const at = path === "" ? key : `${path}/${key}`;
    if (Object.keys(inner.properties ?? {}).length > 0) {
      found.set(`${at}/`, "map");
      typesFromSchema(inner, at, found);
    } else found.set(at, schemaType(inner));
  }
  return found;
}

function schemaType({ type }: Schema): ValueType | readonly ValueType[] {
  if (type === undefined) return "any";
  const types = [type].flat().map((name) => (name === "object" ? "map" : name === "null" ? "any" : name) as ValueType);
  return types.length === 1 ? types[0]! : types;
}

/** Types of a chart's defaults. */
export function typesFromDefaults(defaults: object, path = "", found: DeclaredKeys = new Map()): DeclaredKeys {
  for (const [key, value] of Object.entries(defaults)) {
    const at = path === "" ? key : `${path}/${key}`;
    if (isMap(value) && !takesOwnKeys(value)) {
      found.set(`${at}/`, "map");
      typesFromDefaults(value, at, found);
    } else found.set(at, typeOf(value));
  }
  return found;
}

function typeOf(value: unknown): ValueType {
  if (value === null) return "any";
  if (Array.isArray(value)) return "array";
  if (isMap(value)) return "map";
  if (Number.isInteger(value)) return "integer";
  return typeof value as ValueType;
}

/** An empty object, one of ConfigMap keys with dots, or quantities, which may be numbers or text. */
function takesOwnKeys(value: object): boolean {
  const keys = Object.keys(value);
  return keys.length === 0 || keys.some((key) => key.includes(".") || key === "limits" || key === "requests");
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
