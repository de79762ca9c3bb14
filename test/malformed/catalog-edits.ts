import type { CatalogEntry } from "../../catalog/index.ts";
import { catalog } from "../../catalog/index.ts";
import { edited } from "./edits.ts";

type Edits = Readonly<Record<string, unknown>>;

/** The real catalog with edits by `service.dotted.path`; the value may be a function of the old one. */
export function editedCatalog(edits: Edits): CatalogEntry[] {
  const byName = structuredClone(Object.fromEntries(catalog.map((entry) => [entry.name, entry])));
  const values = Object.entries(edits).map(([path, value]) => [
    path,
    typeof value === "function" ? value(at(byName, path)) : value,
  ]);
  return Object.values(edited(byName, Object.fromEntries(values)));
}

function at(root: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], root);
}

/** Adds to a list. */
export const plus =
  (...items: unknown[]) =>
  (list: readonly unknown[]) => [...list, ...items];

/** What is broken, by which edits of the real catalog, and every `code path` that must be reported, no more. */
export type CatalogCase = readonly [what: string, edits: Edits, ...expected: string[]];
