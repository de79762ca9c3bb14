import type { Properties, Value } from "@pyairtable/ledger";
/**
 * Property values as they travel between the engine and a provider: plain JSON, plus two marks.
 * Both constants are fixed by the engine's wire format; a test compares them with the SDK's.
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

export type { Properties, Value };

export function isUnknown(value: Value | undefined): boolean {
  return value === UNKNOWN;
}

/** True when anything inside is unknown. */
export function hasUnknown(value: Value | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "string") return value.includes(UNKNOWN);
  if (Array.isArray(value)) return value.some(hasUnknown);
  return typeof value === "object" && Object.values(value).some(hasUnknown);
}

/** The value without secret marks. The engine strips them already, as these providers don't accept secrets. */
export function plain(value: Value): Value {
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  if (value[SIGNATURE_KEY] === SECRET_SIGNATURE) return plain(value.value ?? null);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, plain(child)]));
}

export function isObject(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A known string, else undefined. */
export function text(value: Value | undefined): string | undefined {
  return typeof value === "string" && !hasUnknown(value) ? value : undefined;
}

/** A known number (digits in a string count, as the real providers coerce them), else undefined. */
export function numeric(value: Value | undefined): number | undefined {
  if (typeof value === "number") return value;
  const digits = text(value);
  return digits !== undefined && /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}

/** The elements of a list, or none. */
export function list(value: Value | undefined): Value[] {
  return Array.isArray(value) ? value : [];
}

/** The objects in a list, with their index, or none. */
export function objects(value: Value | undefined): { index: number; item: Properties }[] {
  return list(value).flatMap((item, index) => (isObject(item) ? [{ index, item }] : []));
}

export function equal(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => equal(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => equal(a[key], b[key]));
}

/** Every string inside, with the path to it in the engine's notation (`a.b[0].c`). */
export function* strings(value: Value | undefined, path = ""): Generator<{ path: string; value: string }> {
  if (typeof value === "string") yield { path, value };
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* strings(item, `${path}[${i}]`);
  else if (isObject(value)) for (const key of Object.keys(value)) yield* strings(value[key], join(path, key));
}

export function join(path: string, key: string): string {
  const step = /^[A-Za-z_$][\w$]*$/.test(key) ? key : `["${key}"]`;
  return path === "" ? step : step.startsWith("[") ? `${path}${step}` : `${path}.${step}`;
}

/** The value marked secret on the engine's wire. */
export function secret(value: Value): Properties {
  return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}
