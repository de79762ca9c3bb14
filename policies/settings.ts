import type { PolicyConfigSchema } from "@pulumi/policy";

/** One knob of a rule: its default, and the JSON schema by which the engine checks a limits file. */
export interface Setting<T> {
  readonly fallback: T;
  readonly schema: PolicyConfigSchema["properties"][string];
}
export type Settings = Readonly<Record<string, Setting<unknown>>>;
export type ConfigOf<S extends Settings> = { readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never };

/** A number ≥ 0; `description` ends in the unit. */
export function amount(fallback: number, description: string): Setting<number> {
  return { fallback, schema: { type: "number", minimum: 0, default: fallback, description } };
}

export function flag(fallback: boolean, description: string): Setting<boolean> {
  return { fallback, schema: { type: "boolean", default: fallback, description } };
}

export function text(fallback: string, description: string): Setting<string> {
  return { fallback, schema: { type: "string", default: fallback, description } };
}

export function texts(fallback: readonly string[], description: string): Setting<readonly string[]> {
  return { fallback, schema: { type: "array", items: { type: "string" }, default: [...fallback], description } };
}

/** A list of plain records of strings, such as waivers. */
export function records<K extends string>(
  keys: readonly K[],
  description: string,
): Setting<readonly Readonly<Record<K, string>>[]> {
  const properties = Object.fromEntries(keys.map((key) => [key, { type: "string" as const }]));
  const items = { type: "object" as const, properties, required: [...keys], additionalProperties: false };
  return { fallback: [], schema: { type: "array", items, default: [], description } };
}

export function configSchemaOf(settings: Settings): PolicyConfigSchema {
  return { properties: Object.fromEntries(Object.entries(settings).map(([key, { schema }]) => [key, schema])) };
}

/** What was given over the defaults. The engine fills defaults in too; unit tests have no engine. */
export function configOf<S extends Settings>(settings: S, given: object): ConfigOf<S> {
  const defaults = Object.fromEntries(Object.entries(settings).map(([key, { fallback }]) => [key, fallback]));
  return { ...defaults, ...given } as ConfigOf<S>;
}
