import type { DataNeed } from "@pyairtable/plan";
import type { CatalogEntry } from "../../catalog/index.ts";

/** Ports of a copy are this far above those of the one before. */
const PORT_STEP = 1000;

/**
 * The catalog `copies` times over: copy 1 as it is, the others renamed (`-2`, `-3`, …) with ports, paths, callees,
 * data and secrets of their own. Each copy calls only itself, so it is valid where the catalog is.
 */
export function multiplyCatalog(catalog: readonly CatalogEntry[], copies: number): readonly CatalogEntry[] {
  if (!Number.isInteger(copies) || copies < 1) throw new RangeError(`copies is ${copies}; a whole number from 1`);
  return Array.from({ length: copies }, (_, index) => index + 1).flatMap((copy) =>
    copy === 1 ? catalog : catalog.map((entry) => renamed(entry, copy)),
  );
}

function renamed(entry: CatalogEntry, copy: number): CatalogEntry {
  const name = (text: string) => `${text}-${copy}`;
  return {
    ...entry,
    name: name(entry.name),
    port: entry.port + (copy - 1) * PORT_STEP,
    paths: entry.paths.map((path) => `/copy-${copy}${path}`),
    calls: entry.calls.map(name),
    softCalls: entry.softCalls.map(name),
    data: entry.data.map((need) => ownData(need, copy)),
    // A service reads only the folder of its own name.
    secrets: Object.fromEntries(
      Object.entries(entry.secrets).map(([key, secret]) => [key, secret.replace(/^[^/]+/, name)]),
    ),
  };
}

function ownData(need: DataNeed, copy: number): DataNeed {
  switch (need.kind) {
    case "postgres":
      return { ...need, schema: `${need.schema}_${copy}` };
    case "redis":
      return { ...need, keyPrefix: `${need.keyPrefix}-${copy}` };
    case "bucket":
      return { ...need, bucket: `${need.bucket}-${copy}` };
    case "queue":
      return { ...need, queue: `${need.queue}-${copy}` };
  }
}
