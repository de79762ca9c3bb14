import type { VpcEndpointArgs } from "@pulumi/aws/ec2/index.js";
import type { SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc/index.js";
import type { Input } from "@pulumi/pulumi";
import { resourceTags } from "../shared/index.ts";
import type { NetworkRecord } from "./args.ts";
import endpointNames from "./data/endpoints.json" with { type: "json" };

/** Services with a free gateway endpoint; every network has them, so that this traffic never pays a NAT. */
export const GATEWAY_SERVICES: readonly string[] = endpointNames.gateway;

/** `net` and `ecr.api` give `net-endpoint-ecr-api`. */
export function endpointName(name: string, service: string): string {
  return `${name}-endpoint-${service.replaceAll(".", "-")}`;
}

export function gatewayEndpointArgs(
  record: NetworkRecord,
  name: string,
  service: string,
  wiring: { vpcId: Input<string>; routeTableIds: Input<string[]> },
): VpcEndpointArgs {
  return {
    ...wiring,
    vpcEndpointType: "Gateway",
    serviceName: serviceName(record, service),
    tags: resourceTags(record.tags, endpointName(name, service)),
  };
}

export function interfaceEndpointArgs(
  record: NetworkRecord,
  name: string,
  service: string,
  wiring: { vpcId: Input<string>; subnetIds: Input<string[]>; securityGroupIds: Input<string>[] },
): VpcEndpointArgs {
  return {
    ...wiring,
    vpcEndpointType: "Interface",
    serviceName: serviceName(record, service),
    privateDnsEnabled: true,
    tags: resourceTags(record.tags, endpointName(name, service)),
  };
}

/** HTTPS from inside the VPC only. */
export function endpointIngressArgs(
  record: NetworkRecord,
  securityGroupId: Input<string>,
): SecurityGroupIngressRuleArgs {
  return {
    securityGroupId,
    description: "HTTPS from the VPC to AWS services",
    cidrIpv4: record.cidr,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    tags: resourceTags(record.tags),
  };
}

function serviceName({ region }: NetworkRecord, service: string): string {
  return `com.amazonaws.${region}.${service}`;
}
