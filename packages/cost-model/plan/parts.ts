/** Columns of the bill, in the order they are shown. */
export const SERVICE_PARTS = ["onDemandCompute", "spotCompute", "logs", "alarms", "secrets"] as const;
export type ServicePart = (typeof SERVICE_PARTS)[number];

export const SHARED_PARTS = [
  "loadBalancer",
  "nat",
  "publicIpv4",
  "interfaceEndpoints",
  "waf",
  "accessLogs",
  "flowLogs",
  "containerInsights",
  "execAudit",
  "sharedSecrets",
  "monitoring",
  "kubernetesControlPlane",
  "kubernetesSystemNodes",
  "kubernetesIngress",
] as const;
export type SharedPart = (typeof SHARED_PARTS)[number];

export interface PartPrice {
  readonly baselineUsd: number;
  readonly plannedUsd: number;
}

export interface ServiceCost extends PartPrice {
  /** Planned USD by part; they add up to `plannedUsd`. */
  readonly parts: Readonly<Record<ServicePart, number>>;
  /** What its pods would cost on nodes of our own, where somebody else's cluster carries them; 0 else. On no bill here. */
  readonly shadowUsd: number;
}

export interface SharedCost extends PartPrice {
  readonly why: string;
}

/** USD a month of 730 hours. Services and shared parts add up to the totals, to the cent. */
export interface PlanCost extends PartPrice {
  readonly currency: "USD";
  readonly hoursPerMonth: number;
  readonly region: string;
  readonly savedUsd: number;
  readonly savedPercent: number;
  /** Of services and monitoring: work that the bill does not show because an existing cluster carries it. */
  readonly shadowUsd: number;
  /** By service name, sorted. */
  readonly services: Readonly<Record<string, ServiceCost>>;
  readonly shared: Readonly<Record<SharedPart, SharedCost>>;
  readonly assumptions: readonly string[];
}
