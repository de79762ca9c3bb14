import type { NodePoolPlan, NodesPlan } from "@pyairtable/plan";
import table from "../../data/kubernetes.json" with { type: "json" };
import type { PlatformConfig } from "../../platform-config.ts";
import type { Quota } from "./namespaces.ts";

/** Nodes of an EKS cluster: a small fixed group for what runs the cluster, Karpenter's pools for the services. */
export function nodesOf({ kubernetes }: PlatformConfig, most: Quota): NodesPlan | null {
  if (kubernetes.mode !== "eks") return null;
  const { expireAfterDays, instanceCategories, headroom } = table.nodes;
  const limits = {
    vcpu: Math.max(8, Math.ceil((most.cpuMillicores / 1000) * headroom)),
    memoryGiB: Math.max(32, Math.ceil((most.memoryMiB / 1024) * headroom)),
  };
  const pool = { instanceCategories: [...instanceCategories], limits, expireAfterDays };
  const pools: NodePoolPlan[] = [
    {
      ...pool,
      name: "on-demand",
      capacityType: "on-demand",
      weight: 10,
      why: "floors of critical services, and Spot's stand-in",
    },
    {
      ...pool,
      name: "spot",
      capacityType: "spot",
      weight: 50,
      why: "tried first: the cheapest of many instance types",
    },
  ];
  return { system: { ...kubernetes.system }, pools };
}
