import type { ScalingTargets } from "@pyairtable/plan";
import table from "../data/scaling.json" with { type: "json" };
import type { CatalogEntry } from "../entry.ts";
import type { Size } from "../sizes.ts";

const ROUND_TO = 10;

/**
 * Targets of autoscaling.
 *
 * Requests per minute: what one task of the new size serves at the CPU target, scaled from the observed p95 (requests
 * and CPU of one task of the size before). A vCPU of either architecture counts the same.
 */
export function scalingOf(entry: CatalogEntry, size: Size): ScalingTargets {
  const { cpuPercent, memoryPercent } = table[entry.tier];
  if (entry.exposure !== "public") return { cpuPercent, memoryPercent, requestsPerMinute: null };
  const { usage, before } = entry;
  const cpuUnitsPerRequest =
    ((usage.cpuPercent.p95 / 100) * before.cpuUnits * before.replicas) / (usage.requestsPerSecondP95 * 60);
  const requests = ((cpuPercent / 100) * size.cpuUnits) / cpuUnitsPerRequest;
  return {
    cpuPercent,
    memoryPercent,
    requestsPerMinute: Math.max(ROUND_TO, Math.round(requests / ROUND_TO) * ROUND_TO),
  };
}
