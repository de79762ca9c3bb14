import { pricePlan } from "@pyairtable/cost-model";
import { type PlatformOutputValues, platformOutputs, type ServiceOutputSource } from "@pyairtable/outputs";
import type { Plan } from "@pyairtable/plan";
import { availabilityOf } from "@pyairtable/spot-risk";
import type { Service } from "../components/ecs/index.ts";
import type { Doors } from "../components/monitoring/index.ts";
import type { EcsHalf } from "./ecs.ts";

/** The stack's outputs: what the plan says, priced and judged, with what the resources know of themselves. */
export function outputsOf(
  plan: Plan,
  { network, edge, cluster, services, alarmTopicArn }: EcsHalf,
  doors: Doors,
): PlatformOutputValues {
  const { name, arn, namespaceArn, namespaceName } = cluster;
  const cost = pricePlan(plan);
  return platformOutputs({
    plan,
    network: {
      vpcId: network.vpcId,
      publicSubnetIds: network.publicSubnetIds,
      privateSubnetIds: network.privateSubnetIds,
      isolatedSubnetIds: network.isolatedSubnetIds,
    },
    cluster: { name, arn, namespaceArn, namespaceName },
    edge: {
      dnsName: edge.dnsName,
      url: edge.url,
      httpsListenerArn: edge.httpsListenerArn,
      securityGroupId: edge.securityGroupId,
    },
    services: Object.fromEntries(
      [...services].map(([service, resources]) => [service, serviceOutputsOf(service, resources, edge.url)]),
    ),
    monitoring: { monthlyUsd: cost.shared.monitoring.plannedUsd, doors, alarmTopicArn },
    cost,
    availability: availabilityOf(plan).services,
  });
}

function serviceOutputsOf(service: string, resources: Service, edgeUrl: string): ServiceOutputSource {
  const { arn, securityGroupId, logGroupName, port, targetGroupArn } = resources;
  // The plan gives every service a Service Connect name; a transform may take it away.
  const dnsName = resources.dnsName ?? service;
  const url = targetGroupArn === undefined ? `http://${dnsName}:${port}` : edgeUrl;
  return { arn, dnsName, url, securityGroupId, logGroupName };
}
