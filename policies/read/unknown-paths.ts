import { isUnknown } from "../unknown.ts";

/** Paths below a value that preview does not know, such as `spec.template.spec.containers[0].image`. */
export function* unknownPaths(path: string, read: () => unknown): Iterable<string> {
  if (isUnknown(read)) {
    yield path;
    return;
  }
  const value = read();
  if (Array.isArray(value)) {
    for (const index of value.keys()) yield* unknownPaths(`${path}[${index}]`, () => value[index]);
  } else if (typeof value === "object" && value !== null) {
    const record = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(record)) yield* unknownPaths(`${path}.${key}`, () => record[key]);
  }
}
