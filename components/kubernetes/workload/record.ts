import type { Architecture, CostTags, DisruptionPlan, PodCapacity, SecretReference, Tier } from "@pyairtable/plan";
import type { IdentityArgs } from "./identity-args.ts";
import type { IngressSource, PeerArgs, StoreArgs } from "./network-args.ts";
import type { AutoscalerArgs, VerticalArgs, VerticalBounds } from "./scaling-args.ts";

/** A service with every default filled in and every check passed: what the manifests of this room read. */
export interface WorkloadRecord {
  readonly service: string;
  readonly namespace: string;
  readonly domain: string;
  readonly tier: Tier;
  readonly tags: CostTags;
  readonly container: ContainerRecord;
  readonly drain: DrainRecord;
  readonly placement: PlacementRecord;
  readonly replicas: { readonly min: number; readonly max: number };
  readonly autoscaler: AutoscalerArgs;
  readonly vertical: (VerticalArgs & { readonly bounds: VerticalBounds }) | null;
  readonly disruption: DisruptionPlan;
  readonly rollout: { readonly minimumHealthyPercent: number };
  readonly route: RouteRecord | null;
  readonly metrics: { readonly path: string; readonly intervalSeconds: number } | null;
  readonly network: NetworkRecord;
  readonly identity: IdentityArgs | null;
}

export interface ContainerRecord {
  /** With its registry host, where one was given. */
  readonly image: string;
  readonly command: readonly string[];
  /** Without `PORT` and `DRAIN_*`. */
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets: readonly SecretReference[];
  readonly secretStore: string | null;
  readonly requests: { readonly cpuMillicores: number; readonly memoryMiB: number };
  readonly tmpMiB: number;
  readonly port: number;
  readonly healthPath: string;
  readonly livenessPath: string | null;
  readonly startupSeconds: number;
}

/** Seconds. */
export interface DrainRecord {
  readonly lbWaitSeconds: number;
  readonly inFlightSeconds: number;
  readonly gracePeriodSeconds: number;
  readonly preStopSeconds: number;
}

export interface PlacementRecord {
  readonly architecture: Architecture;
  readonly capacity: {
    readonly kind: PodCapacity["kind"];
    readonly label: { readonly key: string; readonly spot: string; readonly onDemand: string } | null;
    readonly bothExist: boolean;
  };
  readonly zones: { readonly count: number; readonly required: boolean };
  readonly priorityClass: string | null;
}

export interface RouteRecord {
  readonly host: string;
  readonly paths: readonly string[];
  readonly ingressClass: string;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface NetworkRecord {
  /** Sorted, as `callees` are. */
  readonly callers: readonly PeerArgs[];
  readonly callees: readonly (PeerArgs & { readonly port: number })[];
  readonly ingressSource: IngressSource | null;
  readonly monitoringNamespace: string | null;
  readonly stores: readonly StoreArgs[];
  readonly internet: { readonly why: string } | null;
  readonly nodeLocalDnsCidr: string | null;
}
