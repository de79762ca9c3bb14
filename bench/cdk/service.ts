import { Duration, aws_ec2 as ec2, aws_ecs as ecs, type aws_ecs as ecsTypes, type Stack } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { Plan, ServicePlan } from "../../packages/plan/index.ts";
import type { Edge } from "./edge.ts";
import { addAlarms } from "./service-alarms.ts";
import { addHttpsEgress } from "./service-edges.ts";
import { addScaling } from "./service-scaling.ts";
import { addTarget } from "./service-target.ts";
import { addTaskDefinition } from "./service-task.ts";

export interface ServiceParts {
  readonly scope: Construct;
  readonly securityGroup: ec2.SecurityGroup;
}

export interface Shared {
  readonly vpc: ec2.Vpc;
  readonly cluster: ecsTypes.Cluster;
  readonly edge: Edge;
}

/** Roles, log group, task definition, security group, service, target group, autoscaling and alarms of one service. */
export function addService(stack: Stack, plan: Plan, service: ServicePlan, shared: Shared): ServiceParts {
  const scope = new Construct(stack, service.name);
  const { vpc, cluster, edge } = shared;
  const securityGroup = new ec2.SecurityGroup(scope, "SecurityGroup", {
    vpc,
    description: service.name,
    allowAllOutbound: false,
  });
  addHttpsEgress(scope, securityGroup);
  const { placement, deployment } = service;
  const fargate = new ecs.FargateService(scope, "Service", {
    cluster,
    taskDefinition: addTaskDefinition(scope, plan, service),
    securityGroups: [securityGroup],
    vpcSubnets: { subnetGroupName: "private" },
    enableExecuteCommand: plan.cluster.exec !== null,
    minHealthyPercent: deployment.minimumHealthyPercent,
    maxHealthyPercent: deployment.maximumPercent,
    circuitBreaker: { enable: true, rollback: true },
    propagateTags: ecs.PropagatedTagSource.SERVICE,
    healthCheckGracePeriod: service.exposure === "public" ? Duration.seconds(service.startupSeconds) : undefined,
    capacityProviderStrategies: [
      { capacityProvider: "FARGATE", base: placement.onDemandBase, weight: placement.onDemandWeight },
      { capacityProvider: "FARGATE_SPOT", weight: placement.spotWeight },
    ],
    serviceConnectConfiguration: { services: [{ portMappingName: "http", port: service.port }] },
  });
  const target = service.route === null ? null : addTarget(scope, service, { fargate, securityGroup, vpc, edge });
  addScaling(service, fargate, target);
  addAlarms(scope, service, fargate, target);
  return { scope, securityGroup };
}
