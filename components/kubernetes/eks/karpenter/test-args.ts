import { Provider } from "@pulumi/kubernetes/provider.js";
import type { NodePoolPlan } from "@pyairtable/plan";
import { EksCluster } from "../eks-cluster.ts";
import { clusterProvider } from "../provider.ts";
import { clusterArgs, TAGS } from "../test-world.ts";
import type { KarpenterArgs } from "./args.ts";
import { Karpenter } from "./karpenter.ts";

const pool = {
  instanceCategories: ["c", "m", "r"],
  limits: { vcpu: 40, memoryGiB: 160 },
  expireAfterDays: 14,
  why: "a test",
};
export const POOLS: readonly NodePoolPlan[] = [
  { ...pool, name: "on-demand", capacityType: "on-demand", weight: 10 },
  { ...pool, name: "spot", capacityType: "spot", weight: 50 },
];

export function karpenterArgs(
  wiring: Pick<KarpenterArgs["wiring"], "cluster" | "kubernetesProvider">,
  over: Partial<KarpenterArgs> = {},
): KarpenterArgs {
  return {
    project: "pyairtable",
    environment: "prod",
    region: "us-east-1",
    accountId: "111122223333",
    tags: TAGS,
    kubernetesVersion: "1.34",
    zones: ["us-east-1a", "us-east-1b", "us-east-1c"],
    pools: POOLS,
    systemNodes: 2,
    wiring: { ...wiring, privateSubnetIds: ["subnet-a", "subnet-b", "subnet-c"] },
    ...over,
  };
}

/** For tests only: the cluster, its provider and Karpenter, as a program makes them. */
export function clusterWithKarpenter(over: Partial<KarpenterArgs> = {}): Karpenter {
  const cluster = new EksCluster("eks", clusterArgs());
  const kubernetesProvider = clusterProvider("kubernetes", { cluster });
  return new Karpenter("karpenter", karpenterArgs({ cluster, kubernetesProvider }, over));
}

/** For tests of args alone: nothing of the cluster is looked at. */
export function wiredToNothing(): Pick<KarpenterArgs["wiring"], "cluster" | "kubernetesProvider"> {
  return { cluster: {}, kubernetesProvider: Provider } as never;
}
