import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface ErrorCode {
  readonly code: string;
  readonly meaning: string;
  /** One imperative sentence. */
  readonly fix: string;
}

const OUTSIDE = new Set(["node_modules", ".sandbox", "dist"]);
/** Codes of rooms that keep no list of their own; a room's own list wins. */
const COMMON = "scripts/generate/data/error-codes.json";

/** Every `error-codes.json` below `root`, sorted by code. Two rooms that list one code are our bug. */
export function collectErrorCodes(root: string): readonly ErrorCode[] {
  const lists = globSync("**/error-codes.json", { cwd: root, exclude: (name) => OUTSIDE.has(name) }).sort();
  const found = new Map<string, ErrorCode & { readonly list: string }>();
  for (const list of lists.filter((path) => path !== COMMON)) {
    for (const entry of read(root, list)) {
      const other = found.get(entry.code);
      if (other !== undefined) throw new Error(`${list} and ${other.list} both list ${entry.code}`);
      found.set(entry.code, { ...entry, list });
    }
  }
  if (lists.includes(COMMON)) {
    for (const entry of read(root, COMMON)) {
      if (!found.has(entry.code)) found.set(entry.code, { ...entry, list: COMMON });
    }
  }
  return [...found.values()]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, meaning, fix }) => ({ code, meaning, fix }));
}

function read(root: string, path: string): readonly ErrorCode[] {
  return JSON.parse(readFileSync(join(root, path), "utf8")) as ErrorCode[];
}
