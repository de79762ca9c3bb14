import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { child, resourceTags } from "../../shared/index.ts";
import { checkSite } from "../checks.ts";
import { type Place, placeOf, prefixOf } from "../place.ts";
import type { MonitoringGroupsArgs } from "./args.ts";
import { type GroupRule, groupRules } from "./rules.ts";

/**
 * The security groups by which Prometheus scrapes a task and a task sends its traces; their rules do not grow with the
 * services. Made before the services, and only where Prometheus runs.
 */
export class MonitoringGroups extends ComponentResource {
  /** Worn by every task that is watched. */
  readonly monitoredSecurityGroupId: Output<string>;
  /** Worn by the tasks of monitoring and their disk. */
  readonly monitoringSecurityGroupId: Output<string>;

  constructor(name: string, args: MonitoringGroupsArgs, opts?: ComponentResourceOptions) {
    checkSite(`MonitoringGroups ${name}`, args);
    super("pyairtable:monitoring:MonitoringGroups", name, {}, opts);
    const groups = this.#groups(name, args, placeOf(args.plan, args.accountId));
    this.monitoredSecurityGroupId = groups.monitored.id;
    this.monitoringSecurityGroupId = groups.monitoring.id;
    this.registerOutputs({
      monitoredSecurityGroupId: this.monitoredSecurityGroupId,
      monitoringSecurityGroupId: this.monitoringSecurityGroupId,
    });
  }

  #groups(name: string, { plan, monitoring, vpcId, transform }: MonitoringGroupsArgs, place: Place) {
    const own = { parent: this };
    const tags = (group: string) => resourceTags(place.tags, `${prefixOf(place)}-${group}`);
    const group = (which: GroupRule["group"], description: string) =>
      new SecurityGroup(
        ...child(transform?.securityGroup, `${name}-${which}-sg`, { vpcId, description, tags: tags(which) }, own),
      );
    const groups = {
      monitoring: group("monitoring", `Tasks of monitoring in ${prefixOf(place)}, and their disk`),
      monitored: group("monitored", `Tasks that monitoring of ${prefixOf(place)} scrapes`),
    };
    for (const rule of groupRules(plan, monitoring)) {
      const common = {
        description: rule.description,
        ipProtocol: "tcp",
        fromPort: rule.fromPort,
        toPort: rule.toPort,
        securityGroupId: groups[rule.group].id,
        ...("cidr" in rule.peer
          ? { cidrIpv4: rule.peer.cidr }
          : { referencedSecurityGroupId: groups[rule.peer.group].id }),
        tags: resourceTags(place.tags),
      };
      if (rule.direction === "in")
        new SecurityGroupIngressRule(...child(transform?.ingress, `${name}-${rule.key}`, common, own));
      else new SecurityGroupEgressRule(...child(transform?.egress, `${name}-${rule.key}`, common, own));
    }
    return groups;
  }
}
