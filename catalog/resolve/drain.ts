import { STOP_TIMEOUT_SECONDS_MAX } from "@pyairtable/aws-facts";
import type { Drain } from "@pyairtable/plan";
import table from "../data/drain.json" with { type: "json" };
import type { CatalogEntry } from "../entry.ts";

/** How a task leaves: wait for the balancer, finish what is in flight, exit before the platform kills it. */
export function drainOf(entry: Pick<CatalogEntry, "exposure" | "tier">): Drain {
  const kind =
    entry.exposure === "public" ? "behindLoadBalancer" : entry.tier === "batch" ? "queueWorker" : "insideOnly";
  const { lbWaitSeconds, inFlightSeconds, deregistrationDelaySeconds } = table[kind];
  const needed = lbWaitSeconds + inFlightSeconds + table.marginSeconds;
  const stopTimeoutSeconds = Math.min(Math.max(needed, table.stopTimeoutSecondsMin), STOP_TIMEOUT_SECONDS_MAX);
  return { lbWaitSeconds, inFlightSeconds, stopTimeoutSeconds, deregistrationDelaySeconds };
}
