import type { Architecture, ClusterPodsPlan } from "@pyairtable/plan";
import type { PodSize } from "../kubernetes/pod-lines.ts";
import type { CostLine } from "../line.ts";
import type { PriceBook } from "../prices.ts";

/** A resource as a policy pack or a mock sees it: input properties before deployment. */
export interface GraphResource {
  /** `aws:ecs/service:Service` */
  readonly type: string;
  readonly urn: string;
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** One kind of resource and what it costs. */
export interface GraphKind {
  /** Type tokens it answers for. */
  readonly types: readonly string[];
  /** Lines of one resource; a string says why it cannot be priced. */
  readonly price: (resource: GraphResource, context: GraphContext) => readonly CostLine[] | string;
  /** Who carries it, where that is not whom its tag or label names. */
  readonly owner?: (resource: GraphResource) => string;
}

export interface GraphOptions {
  /**
   * Who pays for the nodes of Kubernetes workloads. Default: we do where the graph has an EKS cluster; say so where the
   * cluster is another stack's.
   */
  readonly nodes?: "ours" | "theirs";
}

export interface GraphContext {
  readonly book: PriceBook;
  /** By the URN of the ECS service: several may stand under one `Service` tag. */
  readonly ecs: ReadonlyMap<string, EcsFacts>;
  /** ECS tasks running on average, by `Service` tag. */
  readonly tasksByService: ReadonlyMap<string, number>;
  /** Log groups of a service share its tasks; how many it has. */
  readonly logGroupsByService: ReadonlyMap<string, number>;
  /** Pods of services, by the URN of their workload. */
  readonly pods: ReadonlyMap<string, PodFacts>;
  /** What workloads and charts of monitoring ask for, by URN. */
  readonly monitoringRequests: ReadonlyMap<string, ClusterPodsPlan>;
  /** True where the nodes of those pods are on this bill. */
  readonly ownNodes: boolean;
  readonly ingresses: readonly GraphResource[];
  /** Disks of the one launch template; null where there is none, or several. */
  readonly launchTemplateDiskGb: number | null;
  /** Zones of the graph's subnets. */
  readonly zones: number;
  /** ECS tasks running on average, all services. */
  readonly tasks: number;
  /** Tasks and pods whose traffic goes through NAT. */
  readonly throughNat: number;
  readonly natGateways: number;
  /** Name of a secret to the URNs of what reads it, in the graph's order. */
  readonly secretReaders: ReadonlyMap<string, readonly string[]>;
  /** Days after which objects of log buckets go; null where nothing says. */
  readonly bucketDays: number | null;
  readonly monitoring: MonitoringFacts;
}

/** What tasks, filters and scaling together say of monitoring. */
export interface MonitoringFacts {
  /** What Prometheus may fill of its disk, GB; null where no task has one. */
  readonly samplesGb: number | null;
  /** URN of the first filter of each metric counted in logs: the metric is paid once. */
  readonly firstFilters: ReadonlySet<string>;
  /** Of a managed Prometheus; from the most tasks of all services. */
  readonly managed: { readonly samplesPerSecond: number; readonly retentionDays: number };
}

/** What several resources together say of one ECS service. */
export interface EcsFacts {
  readonly service: string;
  readonly onDemand: number;
  readonly spot: number;
  readonly size: {
    readonly architecture: Architecture;
    readonly cpuUnits: number;
    readonly memoryMiB: number;
  } | null;
}

/** What a workload and its autoscaler say of a service's pods: how many run on average, and what one requests. */
export interface PodFacts {
  readonly service: string;
  readonly onDemand: number;
  readonly spot: number;
  readonly size: PodSize | null;
}

export interface PricedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** `Service` tag or label; `platform` where it is missing. */
  readonly service: string;
  readonly usd: number;
  readonly lines: readonly CostLine[];
}

/** USD a month. `services` (with `platform`) add up to `monthlyUsd`, to the cent. */
export interface GraphCost {
  readonly currency: "USD";
  readonly region: string;
  readonly monthlyUsd: number;
  readonly services: Readonly<Record<string, number>>;
  /** Resources that cost something, in the graph's order. */
  readonly resources: readonly PricedResource[];
  /** Pods on somebody else's nodes, at the price of nodes of our own: in no total above. USD a month. */
  readonly shadow: { readonly monthlyUsd: number; readonly services: Readonly<Record<string, number>> };
  /** Resources that cost money but have no price here. */
  readonly unpriced: readonly { readonly urn: string; readonly type: string; readonly why: string }[];
}
