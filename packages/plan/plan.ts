import type { KubernetesPlan } from "./kubernetes-plan.ts";
import type { MonitoringPlan } from "./monitoring-plan.ts";
import type { PLAN_SCHEMA } from "./schema-version.ts";
import type { ServicePlan } from "./service-plan.ts";
import type { CostTags } from "./tags.ts";

export interface Plan {
  readonly schema: typeof PLAN_SCHEMA;
  readonly project: string;
  /** Stack name: `dev`, `prod`, … */
  readonly environment: string;
  /** True where the production rules hold: three zones, critical floors, deletion protection. */
  readonly production: boolean;
  /** AWS region, e.g. `us-east-1`. */
  readonly region: string;
  /** Availability Zone names, sorted, 2 to 6. */
  readonly zones: readonly string[];
  /** Tags of what all services share; `Service` is `platform`. */
  readonly tags: CostTags;
  readonly network: NetworkPlan;
  readonly edge: EdgePlan;
  readonly cluster: ClusterPlan;
  readonly spot: SpotPlan;
  readonly offHours: WorkingHours;
  /** Sorted by name. */
  readonly services: readonly ServicePlan[];
  readonly kubernetes: KubernetesPlan;
  readonly monitoring: MonitoringPlan;
  readonly budget: { readonly monthlyUsd: number; readonly dailyAlertUsd: number };
  readonly usageWindow: UsageWindow;
}

/** What monitoring is decided from: every other decision. */
export type UnwatchedPlan = Omit<Plan, "monitoring">;

export type NatMode = "none" | "single" | "per-zone" | "instance";

export interface NetworkPlan {
  /** VPC IPv4 block, /16 to /23 (/22 for five or six zones). */
  readonly cidr: string;
  readonly nat: NatMode;
  /** Interface endpoints by short service name (`ecr.api`, `logs`, …); each costs money per zone. */
  readonly interfaceEndpoints: readonly string[];
  readonly flowLogs: { readonly enabled: boolean; readonly retentionDays: number };
}

export interface EdgePlan {
  /** DNS name served by the load balancer. */
  readonly domain: string;
  /** ACM certificate; null asks the platform to make and validate one in `hostedZoneId`. */
  readonly certificateArn: string | null;
  readonly hostedZoneId: string | null;
  readonly waf: boolean;
  readonly accessLogs: { readonly enabled: boolean; readonly retentionDays: number };
  readonly deletionProtection: boolean;
}

export interface ClusterPlan {
  readonly containerInsights: "disabled" | "enabled" | "enhanced";
  /** ECS Exec with an audit log; null where off. */
  readonly exec: { readonly auditRetentionDays: number; readonly why: string } | null;
  readonly logRetentionDays: number;
}

export interface SpotPlan {
  /** Wanted share of the vCPU placed on Fargate Spot, 0 to 1. */
  readonly targetShare: number;
  /** Accepted distance from the target, 0 to 1 (0.02 is two points). */
  readonly tolerance: number;
  /** Share that the placements below reach at minimum replicas. */
  readonly actualShare: number;
  readonly why: string;
}

/** When people work; outside it, services that may sleep do. */
export interface WorkingHours {
  /** IANA zone, e.g. `America/New_York`. */
  readonly timeZone: string;
  /** Local `HH:MM`. */
  readonly start: string;
  readonly end: string;
  readonly days: readonly Weekday[];
}
export type Weekday = "MON" | "TUE" | "WED" | "THU" | "FRI" | "SAT" | "SUN";

export interface UsageWindow {
  /** ISO dates, inclusive; two weeks apart. */
  readonly from: string;
  readonly to: string;
  /** `sample`: made for this repository; `measured`: from a monitoring system. */
  readonly origin: "sample" | "measured";
}
