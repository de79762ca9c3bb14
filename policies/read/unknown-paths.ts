import { readOr } from "../unknown.ts";

const UNKNOWN = Symbol("unknown");

/** Paths below a value that preview does not know, such as `spec.template.spec.containers[0].image`. */
export function unknownPaths(path: string, read: () => unknown): readonly string[] {
  const value = readOr(UNKNOWN, read);
  return value === UNKNOWN ? [path] : below(value).map((rest) => `${path}${rest}`);
}

/** Paths are built on the way back, so that a plain value costs none. */
function below(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const found: string[] = [];
  for (const key of Object.keys(value)) {
    const inner = readOr(UNKNOWN, () => (value as Readonly<Record<string, unknown>>)[key]);
    if (typeof inner === "string") continue;
    const rest = inner === UNKNOWN ? [""] : below(inner);
    for (const one of rest) found.push(`${Array.isArray(value) ? `[${key}]` : `.${key}`}${one}`);
  }
  return found;
}
