import { aws_ec2 as ec2, Names, type Stack } from "aws-cdk-lib";
import type { Plan } from "../../packages/plan/index.ts";
import type { ServiceParts } from "./service.ts";

/** A rule out of the caller and a rule into the callee for each call in the catalog, as resources of their own. */
export function addSecurityGroupEdges(stack: Stack, plan: Plan, parts: ReadonlyMap<string, ServiceParts>): void {
  const ports = new Map(plan.services.map((service) => [service.name, service.port]));
  for (const service of plan.services) {
    for (const callee of service.calls) {
      const from = parts.get(service.name)?.securityGroup;
      const to = parts.get(callee)?.securityGroup;
      const port = ports.get(callee);
      if (from === undefined || to === undefined || port === undefined) continue;
      const common = { ipProtocol: "tcp", fromPort: port, toPort: port, description: `${service.name} to ${callee}` };
      new ec2.CfnSecurityGroupEgress(stack, `${service.name}-${callee}-out`, {
        ...common,
        groupId: from.securityGroupId,
        destinationSecurityGroupId: to.securityGroupId,
      });
      new ec2.CfnSecurityGroupIngress(stack, `${service.name}-${callee}-in`, {
        ...common,
        groupId: to.securityGroupId,
        sourceSecurityGroupId: from.securityGroupId,
      });
    }
  }
}

/** HTTPS out of the VPC, as a resource of its own. */
export function addHttpsEgress(scope: ServiceParts["scope"], securityGroup: ec2.SecurityGroup): void {
  new ec2.CfnSecurityGroupEgress(scope, "HttpsOut", {
    groupId: securityGroup.securityGroupId,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrIp: "0.0.0.0/0",
    description: `${Names.uniqueId(scope)} to APIs`.slice(-200),
  });
}
