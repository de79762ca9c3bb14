import type { SecurityGroupArgs } from "@pulumi/aws/ec2/securityGroup.js";
import type { SecurityGroupEgressRuleArgs } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import type { Input } from "@pulumi/pulumi";
import { resourceTags } from "../shared/index.ts";
import type { ServiceRecord } from "./record.ts";

/** The group of one service, empty: every rule is a resource of its own, so none is ever rewritten by another. */
export function securityGroupArgs(record: ServiceRecord, vpcId: Input<string>): SecurityGroupArgs {
  const { project, environment, service, tags } = record;
  return {
    vpcId,
    description: `Tasks of ${service} in ${project} ${environment}`,
    tags: resourceTags(tags, `${project}-${environment}-${service}`),
  };
}

export interface EgressRule {
  /** Ends the child's logical name. */
  readonly key: string;
  readonly args: Omit<SecurityGroupEgressRuleArgs, "securityGroupId">;
}

/** Ways out of the task that are no edge: HTTPS (registry, logs, secrets, AWS APIs) and DNS servers of your own. */
export function egressRules({ egress, tags }: ServiceRecord): EgressRule[] {
  const rule = (key: string, description: string, ipProtocol: string, port: number, cidrIpv4: string): EgressRule => ({
    key,
    args: { description, ipProtocol, fromPort: port, toPort: port, cidrIpv4, tags: resourceTags(tags) },
  });
  return [
    ...egress.httpsCidrs.map((cidr, n) =>
      rule(`https-${n + 1}`, "HTTPS to AWS APIs and outside services", "tcp", 443, cidr),
    ),
    ...egress.dnsServers.flatMap((cidr, n) => [
      rule(`dns-udp-${n + 1}`, "DNS", "udp", 53, cidr),
      rule(`dns-tcp-${n + 1}`, "DNS, long answers", "tcp", 53, cidr),
    ]),
  ];
}
