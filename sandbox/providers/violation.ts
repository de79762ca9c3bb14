import { show } from "@pyairtable/diagnostics";
import type { Value } from "./values.ts";

/** One thing wrong with a resource's inputs. */
export interface Violation {
  /** Property path in the engine's notation, such as `containerDefinitions[0].cpu`. */
  readonly path: string;
  readonly got: Value | undefined;
  readonly wanted: string;
  /** As the service would word it, with its error code where it has one. */
  readonly message: string;
  /** The whole reason, where an error of ours has said it all already. */
  readonly told?: string;
}

/** The `reason` of a check failure: message, then what was found and what is accepted. */
export function reasonOf(resourceName: string, violation: Violation): string {
  const { path, got, wanted, message, told } = violation;
  if (told !== undefined) return told;
  return `${message}: got ${show(got)}, wanted ${wanted}. Examine values at '${resourceName}.${path}'.`;
}

/** An error of the stand-in service itself (create, read, update, delete, invoke). */
export class ServiceError extends Error {
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.name = "ServiceError";
  }
}
