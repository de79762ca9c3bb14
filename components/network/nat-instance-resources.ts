import { MetricAlarm } from "@pulumi/aws/cloudwatch/index.js";
import { Eip, Instance, NetworkInterface, Route, SecurityGroup } from "@pulumi/aws/ec2/index.js";
import { InstanceProfile, Role, RolePolicy } from "@pulumi/aws/iam/index.js";
import { getParameterOutput } from "@pulumi/aws/ssm/index.js";
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc/index.js";
import type { Vpc } from "@pulumi/awsx/ec2/index.js";
import type { Input, Output } from "@pulumi/pulumi";
import { assumedBy, autonamed, child, resourceTags } from "../shared/index.ts";
import type { NetworkScope } from "./child-scope.ts";
import natFacts from "./data/nat-instance.json" with { type: "json" };
import * as shapes from "./nat-instance.ts";
import { nth, routeTableOf } from "./route-tables.ts";
import { securityGroupArgs } from "./security-group.ts";

/** NAT instances, one per chosen zone, and a default route from every private subnet to one of them. */
export function createNatInstances(scope: NetworkScope, vpc: Vpc): void {
  const { parent, name, record, transform } = scope;
  const zones = shapes.natZoneIndexes(record);
  if (zones.length === 0) return;
  const shared = {
    ami: record.natInstance.amiId ?? newestImage(scope),
    securityGroupId: createSecurityGroup(scope, vpc.vpcId),
    instanceProfileName: createInstanceProfile(scope),
  };
  const interfaces = new Map(zones.map((zone) => [zone, createNatInstance(scope, vpc, zone, shared)]));
  for (const index of record.zones.keys()) {
    const networkInterfaceId = interfaces.get(shapes.natZoneOf(record, index));
    const routeTableId = routeTableOf(vpc, nth(vpc.privateSubnetIds, index));
    const args = { routeTableId, destinationCidrBlock: "0.0.0.0/0", networkInterfaceId };
    new Route(...child(transform.natRoute, `${name}-nat-route-${index + 1}`, args, { parent }));
  }
}

interface SharedNatParts {
  readonly ami: Input<string>;
  readonly securityGroupId: Input<string>;
  readonly instanceProfileName: Input<string>;
}

/** One instance with an interface and an address of their own: both outlive it, so routes and callers' allow-lists hold. */
function createNatInstance(scope: NetworkScope, vpc: Vpc, zone: number, shared: SharedNatParts): Output<string> {
  const { parent, name, record, transform } = scope;
  const natName = `${name}-nat-${zone + 1}`;
  const wiring = { subnetId: nth(vpc.publicSubnetIds, zone), securityGroupId: shared.securityGroupId };
  const eni = new NetworkInterface(
    ...child(transform.natInterface, `${natName}-interface`, shapes.natInterfaceArgs(record, natName, wiring), {
      parent,
    }),
  );
  const address = { domain: "vpc", networkInterface: eni.id, tags: resourceTags(record.tags, natName) };
  const eip = new Eip(...child(transform.natAddress, `${natName}-address`, address, { parent, dependsOn: [vpc] }));
  const args = shapes.natInstanceArgs(record, natName, { ...shared, networkInterfaceId: eni.id });
  // A newer image must not replace a running NAT unasked; the interface fits one instance, so the old one goes first.
  // The address comes first of all: the first boot installs a package.
  const opts = { parent, dependsOn: [eip], ignoreChanges: ["ami"], deleteBeforeReplace: true };
  const instance = new Instance(...child(transform.natInstance, natName, args, opts));
  const alarm = shapes.natAlarmArgs(record, natName, instance.id);
  new MetricAlarm(...child(transform.natAlarm, autonamed("alarm", `${natName}-restart`), alarm, { parent }));
  return eni.id;
}

function newestImage({ parent }: NetworkScope): Output<string> {
  return getParameterOutput({ name: natFacts.amiParameter }, { parent }).value;
}

function createSecurityGroup({ parent, name, record, transform }: NetworkScope, vpcId: Input<string>): Output<string> {
  const opts = { parent };
  const groupName = `${name}-nat`;
  const args = securityGroupArgs(record.tags, groupName, "NAT instances of the VPC", vpcId);
  const group = new SecurityGroup(...child(transform.natSecurityGroup, groupName, args, opts));
  const ingress = shapes.natIngressArgs(record, group.id);
  new SecurityGroupIngressRule(...child(transform.natIngress, `${groupName}-ingress`, ingress, opts));
  const egress = shapes.natEgressArgs(record, group.id);
  new SecurityGroupEgressRule(...child(transform.natEgress, `${groupName}-egress`, egress, opts));
  return group.id;
}

function createInstanceProfile({ parent, name, record, transform }: NetworkScope): Output<string> {
  const opts = { parent };
  const tags = () => resourceTags(record.tags, `${name}-nat`);
  const trust = { assumeRolePolicy: assumedBy("ec2.amazonaws.com"), tags: tags() };
  const role = new Role(...child(transform.natRole, autonamed("iam-role", `${name}-nat-role`), trust, opts));
  const rights = { role: role.name, policy: shapes.natRolePolicy() };
  new RolePolicy(...child(transform.natRolePolicy, `${name}-nat-policy`, rights, opts));
  const profile = { role: role.name, tags: tags() };
  const profileName = autonamed("instance-profile", `${name}-nat-profile`);
  return new InstanceProfile(...child(transform.natInstanceProfile, profileName, profile, opts)).name;
}
