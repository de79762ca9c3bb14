import { fargateMemoryMiB, isFargatePair } from "@pyairtable/aws-facts";
import { type Diagnostic, nearest } from "@pyairtable/diagnostics";
import type { CatalogEntry } from "../entry.ts";
import { SIZE_NAMES, type Size } from "../sizes.ts";
import { effectiveEntries, type Invariant, problem } from "./subject.ts";

/** One task alone carries the p99 of the load at this percentage of its size at most. */
export const FULL_PERCENT = 80;

/** Sizes exist, are Fargate pairs, and hold what was observed with headroom. */
export const sizeInvariant: Invariant = (subject) =>
  effectiveEntries(subject).flatMap(({ entry, sizeName }): Diagnostic[] => {
    const at = `${entry.name}.size`;
    const size = subject.sizeOf(sizeName);
    if (size === undefined) {
      const near = nearest(sizeName, SIZE_NAMES);
      const fix = near === undefined ? "Take a size of catalog/data/sizes.json." : `Write "${near}".`;
      return [problem("unknown-size", at, sizeName, `one of ${SIZE_NAMES.join(", ")}`, fix)];
    }
    if (!isFargatePair(size.cpuUnits, size.memoryMiB)) {
      const memory = fargateMemoryMiB(size.cpuUnits);
      const wanted = memory.length === 0 ? "a CPU size Fargate has" : `memory of ${memory.join(", ")} MiB`;
      const fix = "Correct the size in catalog/data/sizes.json: Fargate takes certain pairs only.";
      return [problem("fargate-pair", at, size, wanted, fix)];
    }
    const { cpuPercent, memoryPercent } = loadOf(entry, size);
    // Not above, rather than below: usage that is missing is another invariant's word.
    if (!(cpuPercent > FULL_PERCENT) && !(memoryPercent > FULL_PERCENT)) return [];
    const got = `${sizeName}: p99 fills ${Math.round(cpuPercent)}% of CPU, ${Math.round(memoryPercent)}% of memory`;
    const wanted = `at most ${FULL_PERCENT}% of either`;
    return [problem("size-too-small", at, got, wanted, "Take the next larger size, or show lower usage.")];
  });

/** What the observed p99 fills of one task of `size`, percent. */
export function loadOf(entry: Pick<CatalogEntry, "usage" | "before">, size: Size) {
  const { usage, before } = entry;
  return {
    cpuPercent: (usage.cpuPercent.p99 * before.cpuUnits * before.replicas) / size.cpuUnits,
    memoryPercent: (usage.memoryPercent.p99 * before.memoryMiB) / size.memoryMiB,
  };
}
