import { type Diagnostic, nearest } from "@pyairtable/diagnostics";
import type { CatalogEntry } from "../entry.ts";
import { effectiveEntries, type Invariant, problem, type Subject } from "./subject.ts";

/** Callees exist, once each, not the service itself, and are up whenever a caller cannot do without them. */
export const callInvariant: Invariant = (subject) => {
  const sleeping = new Set(
    effectiveEntries(subject).flatMap(({ entry, sleep }) => (sleep?.replicas === 0 ? entry.name : [])),
  );
  return subject.catalog.flatMap((entry) => [
    ...edges(entry, entry.calls, "calls", subject),
    ...edges(entry, entry.softCalls, "softCalls", subject),
    ...needs(entry, subject, sleeping),
  ]);
};

function edges(
  entry: CatalogEntry,
  callees: readonly string[],
  field: "calls" | "softCalls",
  { names }: Subject,
): Diagnostic[] {
  return callees.flatMap((callee, i): Diagnostic[] => {
    const at = `${entry.name}.${field}[${i}]`;
    if (callee === entry.name) {
      return [problem("self-call", at, callee, "another service", "Remove it: a service reaches itself in process.")];
    }
    if (!names.has(callee)) {
      const near = nearest(callee, [...names]);
      const fix = near === undefined ? "Add the service to the catalog, or remove the call." : `Write "${near}".`;
      return [problem("unknown-callee", at, callee, "the name of a service in the catalog", fix)];
    }
    const earlier = callees.indexOf(callee) < i || (field === "softCalls" && entry.calls.includes(callee));
    if (!earlier) return [];
    return [problem("duplicate-call", at, callee, "each callee once", "Remove the repetition.")];
  });
}

function needs(entry: CatalogEntry, { catalog }: Subject, sleeping: ReadonlySet<string>): Diagnostic[] {
  return entry.calls.flatMap((callee, i): Diagnostic[] => {
    const at = `${entry.name}.calls[${i}]`;
    const other = catalog.find(({ name }) => name === callee);
    if (other === undefined || callee === entry.name) return [];
    if (entry.tier === "critical" && other.tier !== "critical") {
      const fix = "Move it to softCalls and degrade without it, or make the callee critical.";
      return [problem("critical-needs", at, `${callee} (${other.tier})`, "a critical service", fix)];
    }
    if (!sleeping.has(callee) || sleeping.has(entry.name)) return [];
    const fix = "Keep the callee awake, move the call to softCalls, or hand the work over by a queue.";
    return [problem("calls-sleeper", at, callee, "a service that is up when its caller is", fix)];
  });
}
