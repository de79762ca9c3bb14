import type { Diagnostic } from "@pyairtable/diagnostics";
import { effectiveEntries, type Invariant, problem } from "./subject.ts";

const CRITICAL_MIN = 2;

/** Counts are whole and in order; critical services keep two tasks in production. */
export const replicaInvariant: Invariant = (subject) =>
  effectiveEntries(subject).flatMap(({ entry, replicas }): Diagnostic[] => {
    const at = `${entry.name}.replicas`;
    const counts = entry.replicas;
    if (!Number.isInteger(counts.min) || counts.min < 1 || !Number.isInteger(counts.max)) {
      const fix = "State at least one task; what may sleep says so in offHours.";
      return [problem("replicas", at, counts, "whole numbers, min from 1", fix)];
    }
    if (counts.min > counts.max) {
      return [problem("replicas", at, counts, "min at most max", "Raise max or lower min.")];
    }
    if (replicas.min > replicas.max) {
      const fix = "Correct replicasMin or replicasMax in platform.serviceOverrides.";
      return [problem("replicas", at, replicas, "min at most max after overrides and caps", fix)];
    }
    if (entry.tier !== "critical" || !subject.config.production || replicas.min >= CRITICAL_MIN) return [];
    const fix = "Raise it: one task is gone during each deployment fault and each Spot loss.";
    return [problem("critical-replicas", at, replicas, `min from ${CRITICAL_MIN} in production`, fix)];
  });
