import { costTags } from "@pyairtable/plan";
import { type MockWorld, nothingComputed } from "../shared/test-mocks.ts";
import type { ServiceArgs } from "./args.ts";
import type { ClusterArgs } from "./cluster-args.ts";

/** Type tokens of what this room makes. */
export const AWS = {
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  alias: "aws:kms/alias:Alias",
  capacityProviders: "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
  cluster: "aws:ecs/cluster:Cluster",
  egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  key: "aws:kms/key:Key",
  listenerRule: "aws:lb/listenerRule:ListenerRule",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  namespace: "aws:servicediscovery/httpNamespace:HttpNamespace",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  rolePolicyAttachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  scalingPolicy: "aws:appautoscaling/policy:Policy",
  scalingTarget: "aws:appautoscaling/target:Target",
  scheduledAction: "aws:appautoscaling/scheduledAction:ScheduledAction",
  securityGroup: "aws:ec2/securityGroup:SecurityGroup",
  service: "aws:ecs/service:Service",
  targetGroup: "aws:lb/targetGroup:TargetGroup",
  taskDefinition: "aws:ecs/taskDefinition:TaskDefinition",
} as const;

export const COMPONENTS = {
  cluster: "pyairtable:ecs:Cluster",
  service: "pyairtable:ecs:Service",
  edges: "pyairtable:ecs:ServiceEdges",
} as const;

const types = Object.fromEntries(
  [...Object.values(AWS), ...Object.values(COMPONENTS)].map((token) => [token, nothingComputed]),
);

/** Every type this room may make, and no function: a call is a defect. */
export const WORLD: MockWorld = {
  types: {
    ...types,
    [AWS.targetGroup]: (_, name) => ({ arnSuffix: `targetgroup/${name}/0123456789abcdef` }),
    [AWS.key]: (_, name) => ({ keyId: `${name}-key` }),
  },
};

export const TAGS = costTags({
  project: "pyairtable",
  environment: "prod",
  service: "record-service",
  owner: "team-records",
  costCenter: "cc-100",
});

const wiring = {
  clusterArn: "arn:aws:ecs:us-east-1:111122223333:cluster/pyairtable-prod",
  namespaceArn: "arn:aws:servicediscovery:us-east-1:111122223333:namespace/ns-1",
  vpcId: "vpc-1",
  privateSubnetIds: ["subnet-a", "subnet-b"],
};

/** An internal service in a rolling deployment, two to six tasks. */
export function internalArgs(over: Partial<ServiceArgs> = {}): ServiceArgs {
  return {
    service: "record-service",
    project: "pyairtable",
    environment: "prod",
    region: "us-east-1",
    accountId: "111122223333",
    tags: TAGS,
    clusterName: "pyairtable-prod",
    namespaceName: "pyairtable-prod",
    image: "pyairtable/record-service:1.4.2",
    cpuUnits: 256,
    memoryMiB: 512,
    replicas: { min: 2, max: 6 },
    placement: { onDemandBase: 1, onDemandWeight: 1, spotWeight: 3 },
    port: 8080,
    healthPath: "/health",
    wiring,
    ...over,
  };
}

/** The same behind the load balancer. */
export function publicArgs(over: Partial<ServiceArgs> = {}): ServiceArgs {
  return internalArgs({
    route: { paths: ["/v0/records/*"], priority: 110 },
    wiring: {
      ...wiring,
      listenerArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/edge/1/2",
      testListenerArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/edge/1/3",
      loadBalancerArnSuffix: "app/edge/0123456789abcdef",
    },
    ...over,
  });
}

export const OFF_HOURS = {
  replicas: 0,
  sleepCron: "cron(0 20 ? * MON-FRI *)",
  wakeCron: "cron(0 7 ? * MON-FRI *)",
  timeZone: "America/New_York",
  shareOfWeek: 0.67,
  why: "nobody works at night",
} as const;

export function clusterArgs(over: Partial<ClusterArgs> = {}): ClusterArgs {
  return {
    project: "pyairtable",
    environment: "prod",
    region: "us-east-1",
    accountId: "111122223333",
    tags: { ...TAGS, Service: "platform" },
    ...over,
  };
}
