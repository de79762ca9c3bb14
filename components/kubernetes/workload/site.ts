import type { Resource } from "@pulumi/pulumi";
import type { WorkloadRecord } from "./record.ts";
import type { KubernetesServiceTransform } from "./transform.ts";
import type { KubernetesServiceWiring } from "./wiring.ts";

/** What every part of a service is made from. */
export interface WorkloadSite {
  /** Logical name of the component; children are `${name}-x`. */
  readonly name: string;
  readonly record: WorkloadRecord;
  readonly wiring: KubernetesServiceWiring;
  readonly transform: KubernetesServiceTransform | undefined;
  /** Of every child of the cluster: the component as parent, and what must be there first. */
  readonly opts: { readonly parent: Resource; readonly dependsOn: Resource[] };
}
