import type { ServiceOnKubernetes } from "./kubernetes-plan.ts";
import type { CostTags } from "./tags.ts";

export type Tier = "critical" | "standard" | "batch";
export type Runtime = "ecs" | "kubernetes";
export type Architecture = "arm64" | "x86_64";
export type Exposure = "public" | "internal";
export type Domain = string;

export interface ServicePlan {
  readonly name: string;
  readonly domain: Domain;
  readonly tier: Tier;
  readonly runtime: Runtime;
  readonly architecture: Architecture;
  /** Repository and tag or digest, never `latest`. */
  readonly image: string;
  /** 1024 is one vCPU. */
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly replicas: { readonly min: number; readonly max: number };
  readonly placement: Placement;
  readonly drain: Drain;
  readonly offHours: OffHours | "always-on";
  /** `availability`: share of good requests in 30 days, 0 to 1 (0.999). */
  readonly slo: { readonly availability: number; readonly latencyP95Ms: number };
  readonly scaling: ScalingTargets;
  readonly port: number;
  readonly healthPath: string;
  /** Seconds after start in which failing checks do not count. */
  readonly startupSeconds: number;
  readonly exposure: Exposure;
  /** Path patterns at the load balancer and the rule's priority; null where internal. */
  readonly route: { readonly paths: readonly string[]; readonly priority: number } | null;
  /** Names of the services it calls, sorted. */
  readonly calls: readonly string[];
  readonly data: readonly DataNeed[];
  /** Environment variable to secret, by reference only. */
  readonly secrets: readonly SecretReference[];
  /** Why it calls hosts on the internet; null: it does not. */
  readonly internet: string | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly logRetentionDays: number;
  readonly deployment: DeploymentPlan;
  /** Null where it runs on ECS. */
  readonly kubernetes: ServiceOnKubernetes | null;
  readonly usage: ObservedUsage;
  /** What this service was before the plan: the baseline of the saving. */
  readonly before: BeforeState;
  readonly tags: CostTags;
}

/** Capacity provider strategy: the first `onDemandBase` tasks on FARGATE, the rest by weight. */
export interface Placement {
  readonly onDemandBase: number;
  readonly onDemandWeight: number;
  readonly spotWeight: number;
  readonly why: string;
}

/** Seconds; `stopTimeoutSeconds` ≥ wait + in flight + 5, at most 120 on Fargate. */
export interface Drain {
  readonly lbWaitSeconds: number;
  readonly inFlightSeconds: number;
  readonly stopTimeoutSeconds: number;
  readonly deregistrationDelaySeconds: number;
}

/** Replicas outside working hours and the two cron moments, in the plan's time zone. */
export interface OffHours {
  readonly replicas: number;
  /** Application Auto Scaling `cron(...)` expression for going down. */
  readonly sleepCron: string;
  /** … and for coming back. */
  readonly wakeCron: string;
  readonly timeZone: string;
  /** Share of a week spent asleep, 0 to 1; what the cost model multiplies by. */
  readonly shareOfWeek: number;
  readonly why: string;
}

export interface ScalingTargets {
  /** Target average utilisation, percent. */
  readonly cpuPercent: number;
  readonly memoryPercent: number;
  /** Requests per target and minute; null where the load balancer does not see the service. */
  readonly requestsPerMinute: number | null;
}

export type DataNeed =
  | { readonly kind: "postgres"; readonly schema: string }
  | { readonly kind: "redis"; readonly keyPrefix: string }
  | { readonly kind: "bucket"; readonly bucket: string; readonly access: "read" | "read-write" }
  | { readonly kind: "queue"; readonly queue: string; readonly role: "producer" | "consumer" };

export interface SecretReference {
  readonly variable: string;
  /** Secrets Manager name in the same account and region. */
  readonly secretName: string;
}

export interface DeploymentPlan {
  readonly strategy: "rolling" | "blue-green" | "canary";
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
}

/** Two weeks of utilisation against the `before` size, percent. */
export interface ObservedUsage {
  readonly cpuPercent: Percentiles;
  readonly memoryPercent: Percentiles;
  readonly requestsPerSecondP95: number;
}
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface BeforeState {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly replicas: number;
  readonly architecture: Architecture;
}
