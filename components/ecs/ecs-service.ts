import type { ServiceArgs as AwsServiceArgs } from "@pulumi/aws/ecs/service.js";
import type { Input } from "@pulumi/pulumi";
import { resourceTags } from "../shared/index.ts";
import { rollbackAlarmNames } from "./alarms.ts";
import { PORT_NAME } from "./container-definitions.ts";
import { deploymentConfiguration, deploymentTriggers, shiftsTraffic } from "./deployment.ts";
import type { ServiceRecord } from "./record.ts";
import { serviceConnectConfiguration } from "./service-connect.ts";
import type { ServiceWiring } from "./wiring.ts";

/** Ids and ARNs of the children the ECS service refers to. */
export interface ServiceParts {
  readonly taskDefinitionArn: Input<string>;
  readonly securityGroupId: Input<string>;
  readonly targetGroupArns: readonly Input<string>[];
  readonly productionRuleArn?: Input<string>;
  readonly testRuleArn?: Input<string>;
  readonly infrastructureRoleArn?: Input<string>;
}

export function ecsServiceArgs(record: ServiceRecord, wiring: ServiceWiring, parts: ServiceParts): AwsServiceArgs {
  const { deployment, drain } = record;
  const alarmNames = rollbackAlarmNames(record);
  return {
    name: record.service,
    cluster: wiring.clusterArn,
    taskDefinition: parts.taskDefinitionArn,
    desiredCount: record.replicas.min,
    platformVersion: "1.4.0",
    capacityProviderStrategies: capacityProviderStrategies(record),
    deploymentConfiguration: deploymentConfiguration(deployment),
    deploymentCircuitBreaker: { enable: true, rollback: true },
    ...(alarmNames.length > 0 ? { alarms: { enable: true, rollback: true, alarmNames } } : {}),
    deploymentMinimumHealthyPercent: deployment.minimumHealthyPercent,
    deploymentMaximumPercent: deployment.maximumPercent,
    availabilityZoneRebalancing: "ENABLED",
    forceNewDeployment: true,
    triggers: deploymentTriggers(record),
    enableExecuteCommand: record.exec !== null,
    enableEcsManagedTags: true,
    propagateTags: "SERVICE",
    waitForSteadyState: deployment.waitForSteadyState,
    sigintRollback: deployment.waitForSteadyState,
    forceDelete: deployment.forceDelete,
    networkConfiguration: {
      subnets: wiring.privateSubnetIds,
      securityGroups: [parts.securityGroupId, ...(wiring.moreSecurityGroupIds ?? [])],
      assignPublicIp: false,
    },
    serviceConnectConfiguration: serviceConnectConfiguration(record, wiring.namespaceArn),
    ...(record.route === null
      ? {}
      : {
          loadBalancers: loadBalancers(record, parts),
          // A slow start must not count as failure, or every deployment rolls back.
          healthCheckGracePeriodSeconds: record.startupSeconds + drain.lbWaitSeconds,
        }),
    ...(record.volumes.ebs === null ? {} : { volumeConfiguration: ebsVolume(record, parts) }),
    ...(wiring.lattice === undefined ? {} : { vpcLatticeConfigurations: [{ portName: PORT_NAME, ...wiring.lattice }] }),
    tags: resourceTags(record.tags),
  };
}

/** The base on FARGATE, the rest by weight; a provider with neither is left out. Never together with a launch type. */
export function capacityProviderStrategies({ placement }: Pick<ServiceRecord, "placement">) {
  return [
    { capacityProvider: "FARGATE", base: placement.onDemandBase, weight: placement.onDemandWeight },
    { capacityProvider: "FARGATE_SPOT", base: 0, weight: placement.spotWeight },
  ].filter(({ base, weight }) => base > 0 || weight > 0);
}

function loadBalancers(record: ServiceRecord, parts: ServiceParts): NonNullable<AwsServiceArgs["loadBalancers"]> {
  const [targetGroupArn, alternateTargetGroupArn] = parts.targetGroupArns;
  const { productionRuleArn, infrastructureRoleArn } = parts;
  const target = { containerName: record.service, containerPort: record.port, targetGroupArn };
  if (!shiftsTraffic(record.deployment)) return [target];
  if (alternateTargetGroupArn === undefined || productionRuleArn === undefined || infrastructureRoleArn === undefined)
    throw new Error(`${record.service} shifts traffic without a second target group, a rule and a role`);
  return [
    {
      ...target,
      advancedConfiguration: {
        alternateTargetGroupArn,
        productionListenerRule: productionRuleArn,
        testListenerRule: parts.testRuleArn,
        roleArn: infrastructureRoleArn,
      },
    },
  ];
}

function ebsVolume(record: ServiceRecord, parts: ServiceParts): NonNullable<AwsServiceArgs["volumeConfiguration"]> {
  const { ebs } = record.volumes;
  if (ebs === null || parts.infrastructureRoleArn === undefined)
    throw new Error(`${record.service} has an EBS volume without an infrastructure role`);
  return {
    name: ebs.name,
    managedEbsVolume: {
      roleArn: parts.infrastructureRoleArn,
      encrypted: true,
      ...(ebs.kmsKeyArn === null ? {} : { kmsKeyId: ebs.kmsKeyArn }),
      ...(ebs.snapshotId === null ? {} : { snapshotId: ebs.snapshotId }),
      volumeType: "gp3",
      sizeInGb: ebs.sizeGiB,
      iops: ebs.iops,
      throughput: ebs.throughputMiBPerSecond,
      fileSystemType: "ext4",
      tagSpecifications: [{ resourceType: "volume", propagateTags: "SERVICE", tags: resourceTags(record.tags) }],
    },
  };
}
