/** Where Kubernetes comes from: a cluster made on AWS, any cluster that is already there, or none. */
export type KubernetesMode = "eks" | "existing" | "off";

export interface KubernetesPlan {
  readonly mode: KubernetesMode;
  readonly why: string;
  /** Minor version of the control plane, e.g. `1.34`. */
  readonly version: string;
  /** Roles and users who administer an EKS cluster, by ARN; whoever runs Pulumi is one of them. */
  readonly admins: readonly string[];
  /** Context of the kubeconfig in mode `existing`; null: its current one. The kubeconfig itself is never in the plan. */
  readonly context: string | null;
  /** Class of the Ingress of public services; null: none is made, the cluster's owner routes to them. */
  readonly ingressClass: string | null;
  /**
   * Node label that tells Spot from on demand; clouds have their own. On EKS it is the pool: the Spot pool stays a place
   * to run when Spot is gone, which a capacity type would not.
   */
  readonly capacityLabel: { readonly key: string; readonly spot: string; readonly onDemand: string };
  /** One a domain that has services here, sorted by name. Empty where mode is `off`. */
  readonly namespaces: readonly NamespacePlan[];
  /** Every add-on, on or off, by name. */
  readonly addOns: Readonly<Record<AddOnName, AddOnPlan>>;
  /** What Argo CD deploys; null where it is off. */
  readonly gitOps: GitOpsPlan | null;
  /** Nodes of an EKS cluster; null in the other modes. */
  readonly nodes: NodesPlan | null;
}

export interface GitOpsPlan {
  /** DNS name of Argo CD's interface. */
  readonly host: string;
  /** By HTTPS or SSH, in full. */
  readonly repository: string;
  /** Branch, tag or commit. */
  readonly revision: string;
  /** Every owner with its namespaces, sorted: each has a project. */
  readonly teams: readonly { readonly name: string; readonly namespaces: readonly string[] }[];
  /** Services of the teams that deploy by it; Pulumi does not make these. */
  readonly services: readonly {
    readonly service: string;
    readonly team: string;
    readonly namespace: string;
    readonly path: string;
  }[];
}

export const ADD_ON_NAMES = [
  "argo-cd",
  "external-secrets",
  "karpenter",
  "keda",
  "metrics-server",
  "network-policy-baseline",
  "prometheus-operator",
  "vertical-pod-autoscaler",
] as const;
export type AddOnName = (typeof ADD_ON_NAMES)[number];

export interface AddOnPlan {
  readonly enabled: boolean;
  readonly why: string;
}

export interface NamespacePlan {
  readonly name: string;
  readonly domain: string;
  /** Teams that own its services, sorted. */
  readonly owners: readonly string[];
  /** The most its pods may ask for together: every service at its maximum, with room for one rolling update. */
  readonly quota: { readonly cpuMillicores: number; readonly memoryMiB: number; readonly pods: number };
  /** What a container gets that names nothing, and the most one may name. */
  readonly limitRange: {
    readonly defaultCpuMillicores: number;
    readonly defaultMemoryMiB: number;
    readonly maxCpuMillicores: number;
    readonly maxMemoryMiB: number;
  };
}

export interface NodesPlan {
  /** Managed node group for system pods: on demand, ARM64. */
  readonly system: { readonly instanceType: string; readonly count: number };
  /** Karpenter's pools, by capacity type. */
  readonly pools: readonly NodePoolPlan[];
}

export type CapacityType = "spot" | "on-demand";

export interface NodePoolPlan {
  readonly name: string;
  /** `spot`: Spot first, on demand while there is none. */
  readonly capacityType: CapacityType;
  /** EC2 categories, e.g. `c`, `m`, `r`. */
  readonly instanceCategories: readonly string[];
  /** Higher is tried first. */
  readonly weight: number;
  /** The most it may hold. */
  readonly limits: { readonly vcpu: number; readonly memoryGiB: number };
  /** Days until a node is replaced. */
  readonly expireAfterDays: number;
  readonly why: string;
}

/** What one service looks like on Kubernetes. */
export interface ServiceOnKubernetes {
  readonly namespace: string;
  /** Cluster-wide DNS name without trailing dot; reached at the service's port. */
  readonly dnsName: string;
  /** Requests; the limit of memory is the same, of CPU there is none (throttling costs latency, not money). */
  readonly requests: { readonly cpuMillicores: number; readonly memoryMiB: number };
  readonly capacity: PodCapacity;
  readonly priorityClass: string;
  readonly disruption: DisruptionPlan;
  readonly autoscaler: AutoscalerPlan;
  readonly vertical: VerticalPlan;
  /** Seconds from SIGTERM's order to SIGKILL; `preStopSeconds` is part of it. */
  readonly gracePeriodSeconds: number;
  readonly preStopSeconds: number;
}

/**
 * Which nodes its pods take. `spot`: Spot first, on demand where there is none. `spread`: held even over both capacity
 * types, so that at least half the pods (rounded down) live through the loss of all Spot. `on-demand`: never on Spot.
 */
export interface PodCapacity {
  readonly kind: "spot" | "spread" | "on-demand";
  readonly why: string;
}

/** PodDisruptionBudget. `none` is a choice made aloud: one replica that may be moved. */
export type DisruptionPlan =
  | { readonly kind: "min-available"; readonly pods: number; readonly why: string }
  | { readonly kind: "max-unavailable"; readonly pods: number; readonly why: string }
  | { readonly kind: "none"; readonly why: string };

/** Exactly one of them owns the replica count. */
export interface AutoscalerPlan {
  readonly kind: "hpa" | "keda";
  readonly why: string;
  /** Fewest replicas: below `replicas.min` only off hours. */
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly cpuPercent: number;
  /** Null where the vertical autoscaler owns memory. */
  readonly memoryPercent: number | null;
  /** KEDA only: queues whose length counts, and messages one pod takes. */
  readonly queues: readonly { readonly queue: string; readonly messagesPerPod: number }[];
  /** KEDA only: windows in which at least `replicas` pods run; `start`, `end` are 5-field cron in `timeZone`. */
  readonly windows: readonly {
    readonly start: string;
    readonly end: string;
    readonly timeZone: string;
    readonly replicas: number;
    readonly why: string;
  }[];
}

/** VerticalPodAutoscaler. `resources` never holds what the horizontal autoscaler watches, unless mode is `Off`. */
export interface VerticalPlan {
  readonly updateMode: "Off" | "Initial" | "InPlaceOrRecreate";
  readonly resources: readonly ("cpu" | "memory")[];
}
