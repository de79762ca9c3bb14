import type { ResourceId } from "../../backend.ts";
import type { Ledger } from "../../ledger.ts";
import type { Properties } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import type { RunMemory } from "../run-memory.ts";

/** What exists and what this run has checked, for rules across resources. */
export interface Surroundings {
  readonly run: RunMemory;
  readonly ledger: Ledger;
  readonly region: string;
  readonly accountId: string;
}

export type Context = Surroundings & { readonly resource: ResourceId };

/** Finds what the service would refuse. Unknown values are not judged. */
export type Validator = (inputs: Properties, context: Context) => Violation[];
