import type { SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc/index.js";
import type { Input } from "@pulumi/pulumi";
import { resourceTags } from "../shared/index.ts";
import type { EdgeRecord } from "./edge-args.ts";

export const PORTS = { http: 80, https: 443, test: 8443 } as const;

/** Who may open a connection, by the suffix of the rule's logical name. The test port is never open beyond the VPC. */
export function ingressRules(record: EdgeRecord): { suffix: keyof typeof PORTS; cidr: string; description: string }[] {
  const { exposure, vpcCidr } = record;
  const open = exposure.scheme === "internet-facing";
  const cidr = open ? "0.0.0.0/0" : vpcCidr;
  const why = open ? exposure.reason : "from the VPC";
  const rules = [
    { suffix: "https", cidr, description: `HTTPS: ${why}` },
    { suffix: "http", cidr, description: `HTTP, redirected to HTTPS: ${why}` },
    { suffix: "test", cidr: vpcCidr, description: "Test traffic of blue/green deployments, from the VPC" },
  ] as const;
  return rules.filter(({ suffix }) => suffix !== "test" || record.testListener);
}

export function ingressArgs(
  record: EdgeRecord,
  rule: ReturnType<typeof ingressRules>[number],
  securityGroupId: Input<string>,
): SecurityGroupIngressRuleArgs {
  return {
    securityGroupId,
    description: rule.description,
    cidrIpv4: rule.cidr,
    ipProtocol: "tcp",
    fromPort: PORTS[rule.suffix],
    toPort: PORTS[rule.suffix],
    tags: resourceTags(record.tags),
  };
}
