import { SecurityGroup, VpcEndpoint } from "@pulumi/aws/ec2/index.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/index.js";
import type { Vpc } from "@pulumi/awsx/ec2/index.js";
import type { Output } from "@pulumi/pulumi";
import { child } from "../shared/index.ts";
import type { NetworkScope } from "./child-scope.ts";
import {
  endpointIngressArgs,
  endpointName,
  GATEWAY_SERVICES,
  gatewayEndpointArgs,
  interfaceEndpointArgs,
} from "./endpoints.ts";
import { routeTableIds } from "./route-tables.ts";
import { securityGroupArgs } from "./security-group.ts";

/** The two free gateway endpoints, on every route table. */
export function createGatewayEndpoints({ parent, name, record, transform }: NetworkScope, vpc: Vpc): void {
  const wiring = { vpcId: vpc.vpcId, routeTableIds: routeTableIds(vpc) };
  for (const service of GATEWAY_SERVICES) {
    const args = gatewayEndpointArgs(record, name, service, wiring);
    new VpcEndpoint(...child(transform.gatewayEndpoint, endpointName(name, service), args, { parent }));
  }
}

/** The interface endpoints asked for, in the private subnets, and the id of their security group; nothing where none is. */
export function createInterfaceEndpoints(scope: NetworkScope, vpc: Vpc): Output<string> | undefined {
  const { parent, name, record, transform } = scope;
  if (record.interfaceEndpoints.length === 0) return undefined;
  const opts = { parent };
  const groupName = `${name}-endpoints`;
  const groupArgs = securityGroupArgs(record.tags, groupName, "Interface endpoints of the VPC", vpc.vpcId);
  const group = new SecurityGroup(...child(transform.endpointSecurityGroup, groupName, groupArgs, opts));
  const rule = endpointIngressArgs(record, group.id);
  new SecurityGroupIngressRule(...child(transform.endpointIngress, `${groupName}-ingress`, rule, opts));

  const wiring = { vpcId: vpc.vpcId, subnetIds: vpc.privateSubnetIds, securityGroupIds: [group.id] };
  for (const service of record.interfaceEndpoints) {
    const args = interfaceEndpointArgs(record, name, service, wiring);
    new VpcEndpoint(...child(transform.interfaceEndpoint, endpointName(name, service), args, opts));
  }
  return group.id;
}
