import type { Diagnostic } from "@pyairtable/diagnostics";
import { show } from "@pyairtable/diagnostics";
import type { PlatformConfig } from "../../stacks/config/types.ts";
import type { CatalogEntry } from "../entry.ts";

/** What an invariant reads. */
export interface Subject {
  readonly config: PlatformConfig;
  readonly catalog: readonly CatalogEntry[];
  readonly environment: string;
}

/** A pure check; no result where it holds. */
export type Invariant = (subject: Subject) => Diagnostic[];

/** A diagnostic about a catalog entry: `catalog: record-service.calls[2]`. */
export function problem(code: string, at: string, got: unknown, wanted: string, fix: string): Diagnostic {
  return {
    code: `catalog.${code}`,
    path: `catalog: ${at}`,
    got: typeof got === "string" ? got : show(got),
    wanted,
    fix,
  };
}
