import { globSync } from "node:fs";

const OUTSIDE = new Set(["node_modules", "dist", ".sandbox", "cdk.out"]);

/** Files under `cwd` that match, sorted, without installed, built or cached ones. */
export function findFiles(pattern: string, cwd: string): readonly string[] {
  return globSync(pattern, { cwd, exclude: (name) => OUTSIDE.has(name) }).sort();
}
