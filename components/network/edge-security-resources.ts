import { SecurityGroup } from "@pulumi/aws/ec2/index.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/index.js";
import { WebAcl, WebAclAssociation } from "@pulumi/aws/wafv2/index.js";
import type { Input, Output } from "@pulumi/pulumi";
import { autonamed, child } from "../shared/index.ts";
import type { EdgeScope } from "./edge-children.ts";
import { ingressArgs, ingressRules } from "./edge-ingress.ts";
import { webAclArgs } from "./edge-waf.ts";
import { securityGroupArgs } from "./security-group.ts";

/** The load balancer's group: its ways in. Ways out are rules that each service adds for itself. */
export function createEdgeSecurityGroup(scope: EdgeScope, vpcId: Input<string>): Output<string> {
  const { parent, name, record, transform } = scope;
  const groupArgs = securityGroupArgs(record.tags, name, "Load balancer", vpcId);
  const group = new SecurityGroup(...child(transform.securityGroup, `${name}-security-group`, groupArgs, { parent }));
  for (const rule of ingressRules(record)) {
    const args = ingressArgs(record, rule, group.id);
    new SecurityGroupIngressRule(...child(transform.ingress, `${name}-ingress-${rule.suffix}`, args, { parent }));
  }
  return group.id;
}

/** The firewall in front of the load balancer, where asked for. */
export function createWaf({ parent, name, record, transform }: EdgeScope, loadBalancerArn: Input<string>): void {
  if (record.waf === null) return;
  const aclName = autonamed("web-acl", `${name}-waf`);
  const acl = new WebAcl(...child(transform.webAcl, aclName, webAclArgs(record, record.waf, aclName), { parent }));
  const association = { resourceArn: loadBalancerArn, webAclArn: acl.arn };
  new WebAclAssociation(...child(transform.webAclAssociation, `${name}-waf-association`, association, { parent }));
}
