import type { DisruptionPlan, Tier } from "@pyairtable/plan";
import type { DisruptionWish } from "../../entry.ts";

/**
 * The budget of voluntary evictions. A floor of half the minimum, at least one pod: a drain always ends, because the
 * minimum is above the floor, and a service is never wholly away.
 */
export function disruptionOf(tier: Tier, replicasMin: number, wish: DisruptionWish | undefined): DisruptionPlan {
  if (replicasMin < 2) {
    return { kind: "none", why: "one replica: a floor of one would block every drain, so it may be moved" };
  }
  const why = wish?.why ?? `${tier} service: half of the minimum stays up while nodes are drained`;
  if (wish?.minAvailable !== undefined) return { kind: "min-available", pods: wish.minAvailable, why };
  if (wish?.maxUnavailable !== undefined) return { kind: "max-unavailable", pods: wish.maxUnavailable, why };
  return { kind: "min-available", pods: Math.max(1, Math.floor(replicasMin / 2)), why };
}
