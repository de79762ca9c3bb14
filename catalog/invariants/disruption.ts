import type { Diagnostic } from "@pyairtable/diagnostics";
import { effectiveEntries, type Invariant, problem } from "./subject.ts";

/** An eviction budget holds something and still lets every drain end. */
export const disruptionInvariant: Invariant = (subject) =>
  effectiveEntries(subject).flatMap(({ entry, runtime, replicas }): Diagnostic[] => {
    const { disruption } = entry;
    // An environment that may stand still keeps no floor.
    if (disruption === undefined || runtime !== "kubernetes" || subject.config.scale.singleReplica) return [];
    const at = `${entry.name}.disruption`;
    const { minAvailable, maxUnavailable } = disruption;
    if ((minAvailable === undefined) === (maxUnavailable === undefined)) {
      const fix = "Keep the one you mean.";
      return [problem("disruption", at, disruption, "one of minAvailable and maxUnavailable", fix)];
    }
    if (minAvailable !== undefined && (minAvailable < 1 || minAvailable >= replicas.min)) {
      const wanted = replicas.min < 2 ? "no floor: there is one replica" : `1 to ${replicas.min - 1}`;
      const fix = "Lower it or raise replicas.min: with every replica in the floor no node can ever be drained.";
      return [problem("drain-blocked", `${at}.minAvailable`, minAvailable, wanted, fix)];
    }
    if (maxUnavailable !== undefined && (maxUnavailable < 1 || maxUnavailable > replicas.min)) {
      const fix = "Allow one at least: with none no node can ever be drained.";
      return [problem("drain-blocked", `${at}.maxUnavailable`, maxUnavailable, `1 to ${replicas.min}`, fix)];
    }
    return [];
  });
