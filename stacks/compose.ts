import type * as pulumi from "@pulumi/pulumi";
import type { PlatformOutputValues } from "@pyairtable/outputs";
import type { Plan } from "@pyairtable/plan";
import { Cluster } from "../components/ecs/index.ts";
import { Edge, Network } from "../components/network/index.ts";
import { outputsOf } from "./outputs.ts";
import { composeServices } from "./services.ts";

export interface ComposeOptions {
  /** The AWS provider every resource of the platform uses. */
  readonly provider: pulumi.ProviderResource;
  /** Twelve digits, known before anything is made: names and policies are built from it. */
  readonly accountId: string;
}

/** What the parts of the platform look like once they are declared. */
export interface Platform {
  readonly network: Network;
  readonly edge: Edge;
  readonly cluster: Cluster;
}

/** Declares every resource of the plan and returns the stack's outputs. Decides nothing. */
export function compose(plan: Plan, options: ComposeOptions): PlatformOutputValues {
  const opts: pulumi.ComponentResourceOptions = { providers: { aws: options.provider } };
  const platform = composePlatform(plan, options, opts);
  const services = composeServices(plan, platform, options, opts);
  return outputsOf(plan, platform, services);
}

function composePlatform(plan: Plan, { accountId }: ComposeOptions, opts: pulumi.ComponentResourceOptions): Platform {
  const { project, environment, region, tags } = plan;
  const network = new Network("network", { ...plan.network, region, zones: plan.zones, tags }, opts);
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
        (service) => service.route !== null && service.deployment.strategy !== "rolling",
      ),
      tags,
    },
    opts,
  );
  const cluster = new Cluster("cluster", { project, environment, region, accountId, ...plan.cluster, tags }, opts);
  return { network, edge, cluster };
}
