import type { Diagnostic } from "@pyairtable/diagnostics";
import type { DataNeed } from "@pyairtable/plan";
import { type Invariant, problem } from "./subject.ts";

const NAMES = {
  postgres: { pattern: /^[a-z][a-z0-9_]{0,62}$/, wanted: "a PostgreSQL name: lower case, digits, _, at most 63" },
  redis: { pattern: /^[a-z][a-z0-9-]{0,31}$/, wanted: "lower case, digits, -, at most 32" },
  bucket: { pattern: /^[a-z][a-z0-9-]{1,35}$/, wanted: "lower case, digits, -, 2 to 36 characters" },
  queue: { pattern: /^[a-z][a-z0-9-]{1,59}$/, wanted: "lower case, digits, -, 2 to 60 characters" },
} as const;

/** Data has legal names and one owner: schemas and key prefixes are never shared, buckets have one writer. */
export const dataInvariant: Invariant = ({ catalog }) => {
  const owners = new Map<string, string>();
  const problems: Diagnostic[] = [];
  for (const entry of catalog) {
    const seen = new Set<string>();
    for (const [i, need] of entry.data.entries()) {
      const at = `${entry.name}.data[${i}]`;
      const name = nameOf(need);
      const { pattern, wanted } = NAMES[need.kind];
      if (!pattern.test(name)) problems.push(problem("data-name", at, name, wanted, "Respell the name."));
      const key = `${need.kind} ${name}${need.kind === "queue" ? ` ${need.role}` : ""}`;
      if (seen.has(key)) {
        problems.push(problem("duplicate-data", at, need, "each need once", "Remove the repetition."));
        continue;
      }
      seen.add(key);
      if (need.kind === "queue" || (need.kind === "bucket" && need.access === "read")) continue;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, entry.name);
      else {
        const fix = `Ask ${owner} for the data, or take a name of its own: two writers migrate against each other.`;
        problems.push(problem("data-owner", at, need, `a ${need.kind} that ${owner} does not own`, fix));
      }
    }
  }
  return [...problems, ...readersWithoutWriter(catalog, owners)];
};

function readersWithoutWriter(catalog: Parameters<Invariant>[0]["catalog"], owners: ReadonlyMap<string, string>) {
  return catalog.flatMap((entry) =>
    entry.data.flatMap((need, i): Diagnostic[] => {
      if (need.kind !== "bucket" || owners.has(`bucket ${need.bucket}`)) return [];
      const fix = "Give one service read-write access.";
      return [problem("bucket-writer", `${entry.name}.data[${i}]`, need.bucket, "a bucket some service writes", fix)];
    }),
  );
}

function nameOf(need: DataNeed): string {
  switch (need.kind) {
    case "postgres":
      return need.schema;
    case "redis":
      return need.keyPrefix;
    case "bucket":
      return need.bucket;
    case "queue":
      return need.queue;
  }
}
