import { DEFAULT_LOW_TRAFFIC, type SloSpec } from "./spec.ts";

/** A sound objective, for tests to break. */
export function aSpec(changes: Partial<SloSpec> = {}): SloSpec {
  return {
    service: "record-service",
    slo: "availability",
    description: "99.9% of requests end without an error of ours",
    owner: "team-records",
    domain: "records",
    tier: "critical",
    objective: 0.999,
    periodDays: 30,
    sli: { kind: "errors", source: "http" },
    lowTraffic: DEFAULT_LOW_TRAFFIC,
    ...changes,
  };
}
