import table from "./scenario.json" with { type: "json" };

/** What two weeks of a service ought to be judged. */
export type TrueVerdict = "over" | "right" | "under";

export interface ServiceScenario {
  readonly verdict: TrueVerdict;
  readonly runtime: "ecs" | "kubernetes";
  /** `before`: the size it had before the platform; default: the plan's. */
  readonly size?: "before" | { readonly cpuUnits: number; readonly memoryMiB: number };
  /** Share of a replica's CPU that its busiest replica exceeds in a hundredth of the time. */
  readonly cpuPeak: number;
  /** Largest share of a replica's memory in use. */
  readonly memoryPeak: number;
  readonly cpu?: "rare-spikes" | "throttled";
  readonly memory?: "leak" | "spike" | "oom";
  readonly why?: string;
}

/** A time in which requests fail or are slow. */
export interface Incident {
  readonly service: string;
  readonly kind: "errors" | "slow";
  /** Of requests, 0 to 1. */
  readonly share: number;
  /** Hours before the end of the history; negative: still going on. */
  readonly endsHoursAgo: number;
  readonly minutes: number;
  /** So many, each `everyMinutes` before the next; default one. */
  readonly repeats?: number;
  readonly everyMinutes?: number;
  readonly why: string;
}

/** None of a service's replicas answers; its targets are known and down. */
export interface Outage {
  readonly service: string;
  readonly endsHoursAgo: number;
  readonly minutes: number;
  readonly why: string;
}

/** Idle tasks beside a service's own, at another size, that cost until somebody stops them; on ECS. */
export interface Runaway {
  readonly service: string;
  readonly tasks: number;
  readonly size: { readonly cpuUnits: number; readonly memoryMiB: number };
  readonly endsHoursAgo: number;
  readonly minutes: number;
  readonly why: string;
}

export interface Scenario {
  readonly seed: number;
  /** Of the played platform, USD a month: the alerts on cost are held against it. */
  readonly budget: { readonly monthlyUsd: number; readonly why: string };
  readonly services: Readonly<Record<string, ServiceScenario>>;
  readonly incidents: readonly Incident[];
  readonly outages: readonly Outage[];
  readonly runaways: readonly Runaway[];
  readonly spotStorm: { readonly endsHoursAgo: number; readonly minutes: number };
}

export const SCENARIO = table as unknown as Scenario;
