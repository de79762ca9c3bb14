import type * as pulumi from "@pulumi/pulumi";
import type { Plan } from "@pyairtable/plan";
import { Cluster } from "../components/ecs/index.ts";
import type { MonitoringGroups } from "../components/monitoring/index.ts";
import { Edge, type Network } from "../components/network/index.ts";
import { composeMonitoringGroups } from "./monitoring.ts";
import { composeServices, type ServicesByName } from "./services.ts";

/** Where the resources of a stack stand on AWS. */
export interface AwsPlace {
  readonly network: Network;
  /** Twelve digits. */
  readonly accountId: string;
  /** Undefined where the stack has no alarms. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;
}

/** What the ECS half looks like once it is declared. */
export interface EcsHalf extends AwsPlace {
  readonly edge: Edge;
  readonly cluster: Cluster;
  readonly services: ServicesByName;
  /** Undefined where no Prometheus scrapes the tasks. */
  readonly groups: MonitoringGroups | undefined;
  readonly alarmTopicArn: pulumi.Output<string>;
}

/** The load balancer, the ECS cluster, and the services that run there. */
export function composeEcs(plan: Plan, place: AwsPlace, opts: pulumi.ComponentResourceOptions): EcsHalf {
  const { project, environment, region, tags } = plan;
  const { network, accountId } = place;
  // A stack with services on ECS has alarms.
  const alarmTopicArn = place.alarmTopicArn!;
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
  const groups = composeMonitoringGroups(plan, place, opts);
  const services = composeServices(plan, { ...place, edge, cluster, groups, alarmTopicArn }, opts);
  return { ...place, edge, cluster, services, groups, alarmTopicArn };
}
