import type { EdgePlan, KubernetesMode, NetworkPlan, WorkingHours } from "@pyairtable/plan";

/** The configuration after reading: complete, checked, defaults filled in. */
export interface PlatformConfig {
  readonly region: string;
  /** Availability Zone names, sorted. */
  readonly zones: readonly string[];
  readonly owner: string;
  readonly costCenter: string;
  readonly production: boolean;
  readonly network: NetworkPlan;
  readonly edge: EdgePlan;
  readonly cluster: {
    readonly containerInsights: "disabled" | "enabled" | "enhanced";
    readonly exec: { readonly auditRetentionDays: number; readonly reason: string } | null;
    readonly logRetentionDays: number;
  };
  readonly spot: { readonly targetShare: number; readonly tolerance: number };
  readonly budget: { readonly monthlyUsd: number; readonly dailyAlertUsd: number };
  /** `appliesTo`: only services whose entry allows sleep, or every service (never in production). */
  readonly workingHours: WorkingHours & { readonly appliesTo: "tolerant-services" | "all-services" };
  readonly kubernetes: { readonly mode: KubernetesMode; readonly why: string };
  readonly scale: {
    readonly replicasMax: number;
    /** One task a service, for environments that may stand still. */
    readonly singleReplica: boolean;
    /** Largest size by name, or null for no cap. */
    readonly sizeMax: string | null;
  };
  readonly serviceOverrides: Readonly<Record<string, ServiceOverride>>;
}

export interface ServiceOverride {
  readonly size?: string | undefined;
  readonly replicasMin?: number | undefined;
  readonly replicasMax?: number | undefined;
  readonly imageTag?: string | undefined;
  readonly logRetentionDays?: number | undefined;
  /** Keeps a service awake that would sleep. */
  readonly alwaysOn?: boolean | undefined;
}
