import type { Probe } from "../../kubernetes-types.ts";

/** Seconds a probe must fail on end before it counts, with the API's defaults. */
export function windowSeconds({ periodSeconds = 10, failureThreshold = 3 }: Probe): number {
  return periodSeconds * failureThreshold;
}
