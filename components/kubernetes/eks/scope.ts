import type { Resource } from "@pulumi/pulumi";
import type { EksClusterRecord, EksClusterWiring } from "./args.ts";
import type { EksClusterTransform } from "./transform.ts";

/** What the parts of a cluster share while they are made. */
export interface ClusterScope {
  readonly parent: Resource;
  /** Logical name of the cluster; children are `${name}-x`. */
  readonly name: string;
  readonly record: EksClusterRecord;
  readonly wiring: EksClusterWiring;
  readonly transform: EksClusterTransform;
}
