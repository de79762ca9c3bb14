import type { KubernetesPlan } from "@pyairtable/plan";
import table from "../../data/kubernetes.json" with { type: "json" };
import type { PlatformConfig } from "../../platform-config.ts";
import type { Effective } from "../effective.ts";
import { addOnsOf } from "./add-ons.ts";
import { gitOpsOf } from "./git-ops.ts";
import { namespacesOf, quotaNeeded } from "./namespaces.ts";
import { nodesOf } from "./nodes.ts";

export { clusterDnsName } from "./names.ts";
export { onKubernetes } from "./on-kubernetes.ts";
export { runtimeOf } from "./runtime.ts";

/** Everything about Kubernetes that no single service decides. */
export function kubernetesPlan(
  config: PlatformConfig,
  effective: readonly Effective[],
  environment: string,
): KubernetesPlan {
  const { mode, why, version, context, ingressClass, capacityLabel } = config.kubernetes;
  const onKubernetes = effective.filter(({ runtime }) => runtime === "kubernetes");
  return {
    mode,
    why,
    version,
    admins: [...config.kubernetes.admins],
    context,
    ingressClass,
    capacityLabel: { ...(capacityLabel ?? table.labels[mode === "eks" ? "ofPools" : "ofCapacity"]) },
    namespaces: namespacesOf(onKubernetes, config),
    addOns: addOnsOf(config),
    gitOps: gitOpsOf(config, onKubernetes, environment),
    nodes: nodesOf(
      config,
      quotaNeeded(onKubernetes, ({ max }) => max),
    ),
  };
}
