import type { Resource } from "@pulumi/pulumi";

export interface NamespacesWiring {
  /** What must be there first: in EKS the cluster with its nodes. */
  readonly dependsOn?: readonly Resource[];
}
