import type { Plan, ServicePlan, Tier } from "@pyairtable/plan";
import defaults from "./data/defaults.json" with { type: "json" };
import type { Sli, SliSourceName } from "./sli.ts";
import { PERIOD_DAYS } from "./windows.ts";

/** One objective of one service, over a rolling period. */
export interface SloSpec {
  readonly service: string;
  /** Unique within the service: `availability`, `latency`. */
  readonly slo: string;
  readonly description: string;
  readonly owner: string;
  readonly domain: string;
  readonly tier: Tier;
  /** Share of good requests, above 0 and below 1. */
  readonly objective: number;
  readonly periodDays: number;
  readonly sli: Sli;
  readonly lowTraffic: LowTraffic;
}

/** What a window must hold before its share of bad requests means anything. */
export interface LowTraffic {
  /** Requests in the long window. */
  readonly minimumRequests: number;
  /** Bad requests in the long window. */
  readonly minimumBadEvents: number;
}

export const DEFAULT_LOW_TRAFFIC: LowTraffic = {
  minimumRequests: defaults.minimumRequests,
  minimumBadEvents: defaults.minimumBadEvents,
};
export const DEFAULT_SCRAPE_INTERVAL_SECONDS = defaults.scrapeIntervalSeconds;

/** Two objectives a service: its availability, and its p95 as a share of requests that are fast enough. */
export function specsFromPlan(plan: Plan): readonly SloSpec[] {
  return plan.services.flatMap(specsOfService);
}

export function specsOfService(service: ServicePlan): readonly SloSpec[] {
  const source = sliSourceOf(service);
  const common = {
    service: service.name,
    owner: service.tags.Owner,
    domain: service.domain,
    tier: service.tier,
    periodDays: PERIOD_DAYS,
    lowTraffic: DEFAULT_LOW_TRAFFIC,
  };
  const { availability, latencyP95Ms } = service.slo;
  return [
    {
      ...common,
      slo: "availability",
      description: `${percent(availability)} of ${THINGS[source]} end without an error of ours`,
      objective: availability,
      sli: { kind: "errors", source },
    },
    {
      ...common,
      slo: "latency",
      description: `${percent(defaults.latencyObjective)} of ${THINGS[source]} are done within ${latencyP95Ms} ms`,
      objective: defaults.latencyObjective,
      sli: { kind: "slower-than", source, thresholdSeconds: latencyP95Ms / 1000 },
    },
  ];
}

const THINGS: Readonly<Record<SliSourceName, string>> = { http: "requests", messages: "messages" };

/** Batch services read queues: their work is messages. All others answer requests. */
export function sliSourceOf(service: Pick<ServicePlan, "tier" | "data">): SliSourceName {
  const consumes = service.data.some((need) => need.kind === "queue" && need.role === "consumer");
  return service.tier === "batch" && consumes ? "messages" : "http";
}

function percent(share: number): string {
  return `${Math.round(share * 1e6) / 1e4}%`;
}
