import type { Diagnostic } from "@pyairtable/diagnostics";
import type { Invariant, Subject } from "./subject.ts";

const INVARIANTS: readonly Invariant[] = [];

/** All broken invariants of a catalog in one environment. */
export function catalogProblems(subject: Subject): Diagnostic[] {
  return INVARIANTS.flatMap((invariant) => invariant(subject));
}
