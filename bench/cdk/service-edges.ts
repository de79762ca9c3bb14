import { aws_ec2 as ec2 } from "aws-cdk-lib";
import type { Plan } from "../../packages/plan/index.ts";
import type { ServiceParts } from "./service.ts";

/** One ingress rule for each call in the catalog. */
export function addSecurityGroupEdges(plan: Plan, parts: ReadonlyMap<string, ServiceParts>): void {
  const ports = new Map(plan.services.map((service) => [service.name, service.port]));
  for (const service of plan.services) {
    for (const callee of service.calls) {
      const from = parts.get(service.name);
      const to = parts.get(callee);
      const port = ports.get(callee);
      if (from === undefined || to === undefined || port === undefined) continue;
      to.securityGroup.addIngressRule(from.securityGroup, ec2.Port.tcp(port), `from ${service.name}`);
    }
  }
}
