import type { Provider } from "@pulumi/kubernetes/provider.js";
import type { Input } from "@pulumi/pulumi";
import { costTags } from "@pyairtable/plan";
import { clusterProvider, EksCluster, Karpenter } from "./index.ts";

/** What another component or stack provides. */
export interface ExampleWiring {
  readonly accountId: string;
  readonly vpcId: Input<string>;
  readonly privateSubnetIds: Input<Input<string>[]>;
}

/** A cluster reached from a VPN, with Spot nodes first and on-demand ones behind. */
export function example({ accountId, vpcId, privateSubnetIds }: ExampleWiring): {
  readonly kubernetesProvider: Provider;
  readonly poolNames: readonly string[];
} {
  const place = { project: "shop", environment: "dev", region: "eu-west-1", accountId };
  const tags = costTags({ ...place, service: "platform", owner: "team-shop", costCenter: "cc-7" });
  const zones = ["eu-west-1a", "eu-west-1b"];
  const cluster = new EksCluster("eks", {
    ...place,
    tags,
    version: "1.34",
    zones,
    adminPrincipalArns: [`arn:aws:iam::${accountId}:role/pulumi`],
    system: { instanceType: "t4g.medium", count: 2 },
    logRetentionDays: 14,
    apiClients: [{ name: "vpn", cidr: "10.8.0.0/16", why: "operators and the deployment runner" }],
    deletionProtection: false,
    wiring: { vpcId, privateSubnetIds },
  });
  const kubernetesProvider = clusterProvider("kubernetes", { cluster });

  const pool = {
    instanceCategories: ["c", "m", "r"],
    limits: { vcpu: 32, memoryGiB: 128 },
    expireAfterDays: 14,
  };
  const karpenter = new Karpenter("karpenter", {
    ...place,
    tags,
    kubernetesVersion: "1.34",
    zones,
    pools: [
      { ...pool, name: "spot", capacityType: "spot", weight: 50, why: "tried first" },
      { ...pool, name: "on-demand", capacityType: "on-demand", weight: 10, why: "where Spot is short" },
    ],
    workingHours: {
      timeZone: "Europe/Dublin",
      start: "08:00",
      end: "18:00",
      days: ["MON", "TUE", "WED", "THU", "FRI"],
    },
    systemNodes: 2,
    wiring: { cluster, privateSubnetIds, kubernetesProvider },
    // The escape hatch: any child's args, typed, before it is made.
    transform: {
      queue: (args) => {
        args.messageRetentionSeconds = 120;
      },
    },
  });
  return { kubernetesProvider, poolNames: karpenter.poolNames };
}
