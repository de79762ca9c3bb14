import type { Provider } from "@pulumi/kubernetes/provider.js";
import type { Input, Resource } from "@pulumi/pulumi";
import type { Architecture, NodePoolPlan, WorkingHours } from "@pyairtable/plan";
import type { PlaceArgs, PlaceRecord } from "../args.ts";
import type { EksCluster } from "../eks-cluster.ts";
import type { KarpenterTransform } from "./transform.ts";

/** Nodes that follow the pods. Free by itself; the nodes are paid for, and a few thousand queue messages. */
export interface KarpenterArgs extends PlaceArgs {
  /** Minor version of the control plane; one that the pinned Karpenter supports. */
  readonly kubernetesVersion: string;
  /** Availability Zones the private subnets are in, in the subnets' order. */
  readonly zones: readonly string[];
  /** At least one. */
  readonly pools: readonly NodePoolPlan[];
  /** Of the nodes. Default `arm64` alone. With two, each pod must select its own. */
  readonly architectures?: readonly Architecture[];
  /** Local hours in which no node is moved to save money or to follow a new configuration. Default null: at any time. */
  readonly workingHours?: Pick<WorkingHours, "timeZone" | "start" | "end" | "days"> | null;
  /** System nodes there are: one controller on one node, two on more. */
  readonly systemNodes: number;
  /** Whether the chart makes a ServiceMonitor; its type must exist then. Default false. */
  readonly serviceMonitor?: boolean;
  /** Disk of a node for images, logs and emptyDir, GiB. Default 30: 2.40 USD a month where a node lives that long. */
  readonly diskGiB?: number;
  /**
   * Minutes a drain may take, 5 to 120: then pods are deleted whatever their budgets say, so that no budget holds a
   * node, or `pulumi destroy`, for ever. Default 30.
   */
  readonly drainMinutes?: number;
  readonly wiring: KarpenterWiring;
  readonly transform?: KarpenterTransform;
}

/** What other components made. */
export interface KarpenterWiring {
  readonly cluster: Pick<EksCluster, "endpoint" | "securityGroupId" | "ready">;
  /** One for each of `zones`, in their order. */
  readonly privateSubnetIds: Input<Input<string>[]>;
  /** Of `clusterProvider`. Never the default one, which would reach whatever cluster a kubeconfig names. */
  readonly kubernetesProvider: Provider;
  /** What must be there before the charts, such as the types of ServiceMonitors. Default none. */
  readonly after?: readonly Resource[];
}

/** Args with defaults, checked. */
export interface KarpenterRecord extends PlaceRecord {
  readonly zones: readonly string[];
  readonly pools: readonly NodePoolPlan[];
  readonly architectures: readonly Architecture[];
  readonly workingHours: Pick<WorkingHours, "timeZone" | "start" | "end" | "days"> | null;
  readonly replicas: number;
  readonly serviceMonitor: boolean;
  readonly diskGiB: number;
  readonly drainMinutes: number;
  /** Names that policies, values and objects refer to. */
  readonly queueName: string;
  readonly nodeRoleName: string;
}
