import type { Diagnostic } from "@pyairtable/diagnostics";
import { SLO_CLASS_NAMES, sloClassNamed } from "../slo-classes.ts";
import { effectiveEntries, type Invariant, problem } from "./subject.ts";

// One task restarts, moves and deploys: some minutes a month are lost whatever the code does.
const SINGLE_TASK_AVAILABILITY_MAX = 0.999;

/** SLO classes exist and can be held by the tasks there are and the services that are needed. */
export const sloInvariant: Invariant = (subject) =>
  effectiveEntries(subject).flatMap(({ entry, replicas, sleep }): Diagnostic[] => {
    const at = `${entry.name}.slo`;
    const slo = sloClassNamed(entry.slo);
    if (slo === undefined) {
      const fix = "Take a class of catalog/data/slo-classes.json.";
      return [problem("unknown-slo", at, entry.slo, `one of ${SLO_CLASS_NAMES.join(", ")}`, fix)];
    }
    const weak = entry.calls.filter((callee) => {
      const other = subject.catalog.find(({ name }) => name === callee);
      const theirs = other === undefined ? undefined : sloClassNamed(other.slo);
      return theirs !== undefined && theirs.availability < slo.availability;
    });
    const problems = weak.map((callee) => {
      const fix = "Raise the callee's class, lower this one, or move the call to softCalls.";
      return problem("slo-callee", at, `${entry.slo}, needs ${callee}`, "callees of the same class or better", fix);
    });
    if (!subject.config.production || slo.availability <= SINGLE_TASK_AVAILABILITY_MAX) return problems;
    if (replicas.min >= 2 && sleep === null) return problems;
    const got = `${entry.slo} with ${sleep === null ? `${replicas.min} task` : "sleep outside working hours"}`;
    const fix = "Keep two tasks awake, or take a lower class.";
    return [...problems, problem("slo-impossible", at, got, `two tasks, always on, for ${slo.availability}`, fix)];
  });
