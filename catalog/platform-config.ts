import type { MonitoringPlanArgs } from "@pyairtable/monitoring/plan";
import type { AddOnName, EdgePlan, KubernetesMode, KubernetesPlan, NetworkPlan, WorkingHours } from "@pyairtable/plan";

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
  readonly kubernetes: KubernetesConfig;
  /** Only what differs from the defaults of packages/monitoring/plan. */
  readonly monitoring: MonitoringPlanArgs;
  readonly scale: {
    readonly replicasMax: number;
    /** One task a service, for environments that may stand still. */
    readonly singleReplica: boolean;
    /** Largest size by name, or null for no cap. */
    readonly sizeMax: string | null;
  };
  readonly serviceOverrides: Readonly<Record<string, ServiceOverride>>;
}

export interface KubernetesConfig {
  readonly mode: KubernetesMode;
  readonly why: string;
  /** Minor version, e.g. `1.34`. */
  readonly version: string;
  /** Who runs there: as each entry says, every service, or the entries that say so and those listed. */
  readonly services: "catalog" | "all" | readonly string[];
  readonly admins: readonly string[];
  readonly context: string | null;
  readonly ingressClass: string | null;
  /** Null: Karpenter's, of its pools on EKS and of the capacity type elsewhere. */
  readonly capacityLabel: KubernetesPlan["capacityLabel"] | null;
  /** `theirs`: there already, kept by the cluster's owner; many clouds bring metrics-server. */
  readonly addOns: Readonly<Record<AddOnName, boolean | "theirs">>;
  /** Null: nobody deploys by Argo CD. `path` holds `{service}` and may hold `{environment}`. */
  readonly gitOps: {
    readonly host: string;
    readonly repository: string;
    readonly revision: string;
    readonly path: string;
    readonly owners: readonly string[];
  } | null;
  readonly system: { readonly instanceType: string; readonly count: number };
  /** By domain, instead of the quota computed from its services. */
  readonly quotas: Readonly<
    Record<string, { readonly cpuMillicores: number; readonly memoryMiB: number; readonly pods: number }>
  >;
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
