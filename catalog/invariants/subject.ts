import { type Diagnostic, show } from "@pyairtable/diagnostics";
import type { CatalogEntry } from "../entry.ts";
import type { PlatformConfig } from "../platform-config.ts";
import { effectiveOf } from "../resolve/effective.ts";
import { type Size, sizeNamed } from "../sizes.ts";

/** What an invariant reads. */
export interface Subject {
  readonly config: PlatformConfig;
  /** Entries of the right shape. */
  readonly catalog: readonly CatalogEntry[];
  /** Names of all entries, sound or not. */
  readonly names: ReadonlySet<string>;
  readonly sizeOf: (name: string) => Size | undefined;
}

/** A pure check; an empty list where it holds. */
export type Invariant = (subject: Subject) => Diagnostic[];

export function subjectOf(
  config: PlatformConfig,
  catalog: readonly CatalogEntry[],
  names: ReadonlySet<string> = new Set(catalog.map((entry) => entry.name)),
): Subject {
  return { config, catalog, names, sizeOf: sizeNamed };
}

/** A diagnostic about the catalog, e.g. at `record-service.calls[2]`. */
export function problem(code: string, at: string, got: unknown, wanted: string, fix: string): Diagnostic {
  return { code: `catalog.${code}`, path: `catalog: ${at}`, got: show(got), wanted, fix };
}

/** Entries with what this environment makes of them. */
export function effectiveEntries({ config, catalog }: Subject) {
  return catalog.map((entry) => effectiveOf(entry, config));
}
