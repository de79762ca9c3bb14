import { pricePlan } from "@pyairtable/cost-model";
import { type PlatformOutputValues, platformOutputs } from "@pyairtable/outputs";
import type { Plan } from "@pyairtable/plan";
import { availabilityOf } from "@pyairtable/spot-risk";
import type { Platform } from "./compose.ts";
import type { ServicesByName } from "./services.ts";

/** The stack's outputs: what the plan says, priced and judged, with what the resources know of themselves. */
export function outputsOf(
  plan: Plan,
  { network, edge, cluster }: Platform,
  services: ServicesByName,
): PlatformOutputValues {
  const cost = pricePlan(plan);
  const availability = availabilityOf(plan);
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
      [...services].map(([service, resources]) => [
        service,
        {
          arn: resources.arn,
          dnsName: resources.dnsName ?? service,
          url: resources.targetGroupArn === undefined ? `http://${resources.dnsName}:${resources.port}` : edge.url,
          securityGroupId: resources.securityGroupId,
          logGroupName: resources.logGroupName,
        },
      ]),
    ),
    cost: {
      baselineUsd: cost.baselineUsd,
      plannedUsd: cost.plannedUsd,
      byService: Object.fromEntries(
        Object.entries(cost.services).map(([service, price]) => [service, price.plannedUsd]),
      ),
    },
    availabilityPercent: Object.fromEntries(
      Object.entries(availability.services).map(([service, one]) => [service, one.availabilityPercent]),
    ),
  });
}
