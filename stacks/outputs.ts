import { pricePlan } from "@pyairtable/cost-model";
import { type PlatformOutputValues, platformOutputs, type ServiceOutputSource } from "@pyairtable/outputs";
import type { Plan } from "@pyairtable/plan";
import { availabilityOf } from "@pyairtable/spot-risk";
import type { Service } from "../components/ecs/index.ts";
import type { AwsPlace, EcsHalf } from "./ecs.ts";
import type { ServicesByName } from "./services.ts";

/** The stack's outputs: what the plan says, priced and judged, with what the resources know of themselves. */
export function outputsOf(
  plan: Plan,
  { network, edge, cluster }: Pick<AwsPlace, "network"> & Pick<EcsHalf, "edge" | "cluster">,
  services: ServicesByName,
): PlatformOutputValues {
  const { name, arn, namespaceArn, namespaceName } = cluster;
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
    cost: pricePlan(plan),
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
