import type { Diagnostic } from "@pyairtable/diagnostics";
import { effectiveEntries, type Invariant, problem } from "./subject.ts";

/** The vertical autoscaler never moves what the horizontal one watches: CPU. Memory is left to it where asked. */
export const verticalInvariant: Invariant = (subject) =>
  effectiveEntries(subject).flatMap(({ entry, runtime }): Diagnostic[] => {
    const { vertical } = entry;
    if (vertical === undefined || runtime !== "kubernetes" || vertical.updateMode === "Off") return [];
    if (!vertical.resources.includes("cpu")) return [];
    const fix = 'Leave "cpu" out of vertical.resources, or set updateMode to "Off" and read the recommendation.';
    return [
      problem(
        "autoscalers-clash",
        `${entry.name}.vertical.resources`,
        vertical.resources,
        '["memory"]: the horizontal autoscaler watches CPU',
        fix,
      ),
    ];
  });
