import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/index.js";
import type { InstanceArgs, NetworkInterfaceArgs } from "@pulumi/aws/ec2/index.js";
import type { SecurityGroupEgressRuleArgs, SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc/index.js";
import type { Input } from "@pulumi/pulumi";
import { policyDocument, resourceTags } from "../shared/index.ts";
import type { NetworkRecord } from "./args.ts";
import natFacts from "./data/nat-instance.json" with { type: "json" };
import { natUserData } from "./nat-user-data.ts";

/** Indexes of the zones that get an instance: the first one, or all. */
export function natZoneIndexes(record: NetworkRecord): number[] {
  if (record.nat !== "instance") return [];
  return record.natInstance.perZone ? record.zones.map((_, index) => index) : [0];
}

/** Index of the zone whose instance serves a zone. */
export function natZoneOf(record: NetworkRecord, zoneIndex: number): number {
  return record.natInstance.perZone ? zoneIndex : 0;
}

/** Forwards for others, so the source and destination check is off; it outlives the instance, and so does the route to it. */
export function natInterfaceArgs(
  record: NetworkRecord,
  name: string,
  wiring: { subnetId: Input<string>; securityGroupId: Input<string> },
): NetworkInterfaceArgs {
  return {
    subnetId: wiring.subnetId,
    securityGroups: [wiring.securityGroupId],
    sourceDestCheck: false,
    description: "NAT instance",
    tags: resourceTags(record.tags, name),
  };
}

export function natInstanceArgs(
  record: NetworkRecord,
  name: string,
  wiring: { ami: Input<string>; networkInterfaceId: Input<string>; instanceProfileName: Input<string> },
): InstanceArgs {
  return {
    ami: wiring.ami,
    instanceType: record.natInstance.instanceType,
    primaryNetworkInterface: { networkInterfaceId: wiring.networkInterfaceId },
    iamInstanceProfile: wiring.instanceProfileName,
    userData: natUserData(record.cidr),
    userDataReplaceOnChange: true,
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    maintenanceOptions: { autoRecovery: "default" },
    rootBlockDevice: {
      encrypted: true,
      volumeType: "gp3",
      volumeSize: natFacts.rootVolumeGiB,
      deleteOnTermination: true,
      tags: resourceTags(record.tags, name),
    },
    // Burst credits end in throttling, never in a surprise on the bill.
    creditSpecification: { cpuCredits: "standard" },
    tags: resourceTags(record.tags, name),
  };
}

/** Restarts a hung guest; a dead host is EC2's own recovery, which acts within two minutes, before this alarm does. */
export function natAlarmArgs(record: NetworkRecord, name: string, instanceId: Input<string>): MetricAlarmArgs {
  const told = record.alarmTopicArn === null ? [] : [record.alarmTopicArn];
  return {
    alarmDescription: "NAT instance fails its own status check: restart it",
    namespace: "AWS/EC2",
    metricName: "StatusCheckFailed_Instance",
    dimensions: { InstanceId: instanceId },
    statistic: "Maximum",
    period: 60,
    evaluationPeriods: 3,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    treatMissingData: "missing",
    alarmActions: [`arn:aws:automate:${record.region}:ec2:reboot`, ...told],
    okActions: told,
    tags: resourceTags(record.tags, name),
  };
}

export function natIngressArgs(record: NetworkRecord, securityGroupId: Input<string>): SecurityGroupIngressRuleArgs {
  const description = "What the VPC sends out";
  return { securityGroupId, description, cidrIpv4: record.cidr, ipProtocol: "-1", tags: resourceTags(record.tags) };
}

export function natEgressArgs(record: NetworkRecord, securityGroupId: Input<string>): SecurityGroupEgressRuleArgs {
  const description = "A NAT carries all outbound traffic";
  return { securityGroupId, description, cidrIpv4: "0.0.0.0/0", ipProtocol: "-1", tags: resourceTags(record.tags) };
}

/** A shell through Session Manager and nothing else: no SSH port, no key pair. */
export function natRolePolicy(): Input<string> {
  return policyDocument([
    {
      sid: "SessionManager",
      actions: [
        "ssm:UpdateInstanceInformation",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ],
      resources: ["*"],
      everyResourceBecause: "these actions have no resource",
    },
  ]);
}
