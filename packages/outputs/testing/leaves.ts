/** Paths of every leaf of a plain value. */
export function leaves(value: unknown, path: readonly string[] = []): string[][] {
  if (value === null || typeof value !== "object") return [[...path]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, [...path, key]));
}

/** A copy with the value at `path` replaced. */
export function withValue<T>(root: T, path: readonly string[], value: unknown): T {
  const copy = structuredClone(root);
  parent(copy, path)[path.at(-1)!] = value;
  return copy;
}

/** A copy with the key at `path` left out. */
export function without<T>(root: T, path: readonly string[]): T {
  const copy = structuredClone(root);
  delete parent(copy, path)[path.at(-1)!];
  return copy;
}

function parent(root: unknown, path: readonly string[]): Record<string, unknown> {
  return path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, root as Record<string, unknown>);
}
