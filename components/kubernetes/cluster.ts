import { Provider } from "@pulumi/kubernetes/provider.js";
import type { ComponentResource } from "@pulumi/pulumi";
import type { KubernetesArgs } from "./args.ts";
import { clusterProvider, EksCluster, eksFromPlan } from "./eks/index.ts";

/** The way to a cluster's API, and the cluster where it is ours. */
export interface ClusterAccess {
  readonly provider: Provider;
  /** Undefined in mode `existing`. */
  readonly eks: EksCluster | undefined;
}

/** Makes the cluster, or takes the one that is there. A mode that has none is our bug. */
export function accessCluster(
  name: string,
  { plan, aws, provider }: KubernetesArgs,
  parent: ComponentResource,
): ClusterAccess {
  const { mode, context } = plan.kubernetes;
  if (mode === "existing") {
    const named = context === null ? {} : { context };
    const own = provider ?? new Provider(`${name}-provider`, { ...named, enableServerSideApply: true }, { parent });
    return { provider: own, eks: undefined };
  }
  if (mode === "off" || aws === undefined) throw new Error(`kubernetes.mode is ${mode}: no cluster can be made here`);
  const eks = new EksCluster(`${name}-cluster`, eksFromPlan(plan, aws), { parent });
  return { provider: clusterProvider(`${name}-provider`, { cluster: eks }, { parent }), eks };
}
