import type * as pulumi from "@pulumi/pulumi";
import type { Plan } from "@pyairtable/plan";
import { Cluster } from "../components/ecs/index.ts";
import { Edge, type Network } from "../components/network/index.ts";
import { composeServices, type ServicesByName } from "./services.ts";

/** Where the resources of a stack stand on AWS. */
export interface AwsPlace {
  readonly network: Network;
  /** Twelve digits. */
  readonly accountId: string;
}

/** What the ECS half looks like once it is declared. */
export interface EcsHalf {
  readonly edge: Edge;
  readonly cluster: Cluster;
  readonly services: ServicesByName;
}

/** The load balancer, the ECS cluster and the services that run there. */
export function composeEcs(plan: Plan, place: AwsPlace, opts: pulumi.ComponentResourceOptions): EcsHalf {
  const { project, environment, region, tags } = plan;
  const { network, accountId } = place;
  const edge = new Edge(
    "edge",
    {
      ...plan.edge,
      region,
      accountId,
      exposure: { scheme: "internet-facing", reason: `${plan.edge.domain} is a public product` },
      vpcId: network.vpcId,
      vpcCidr: network.cidr,
      subnetIds: network.publicSubnetIds,
      testListener: plan.services.some(
        ({ runtime, route, deployment }) => runtime === "ecs" && route !== null && deployment.strategy !== "rolling",
      ),
      tags,
    },
    opts,
  );
  const cluster = new Cluster("cluster", { project, environment, region, accountId, ...plan.cluster, tags }, opts);
  return { edge, cluster, services: composeServices(plan, { ...place, edge, cluster }, opts) };
}
