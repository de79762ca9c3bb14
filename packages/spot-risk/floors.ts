import type { Tier } from "@pyairtable/plan";

/**
 * On-demand tasks a service never goes below.
 *
 * Critical: at least one, and at least half of the minimum (rounded up), so the loss of all Spot leaves half the
 * service. Standard and batch: none, the solver decides.
 */
export function onDemandFloor(tier: Tier, minReplicas: number): number {
  return tier === "critical" ? Math.max(1, Math.ceil(minReplicas / 2)) : 0;
}
