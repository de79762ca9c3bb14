import type { Diagnostic } from "@pyairtable/diagnostics";

/** Each code once a path: two bounds broken by one value are one problem to whoever wrote it. */
export function onePerPlace(problems: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return problems.filter(({ code, path }) => {
    const key = `${code} ${path}`;
    return !seen.has(key) && seen.add(key);
  });
}
