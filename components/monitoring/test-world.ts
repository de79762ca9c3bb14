import { type MonitoringPlanArgs, monitoringPlan } from "@pyairtable/monitoring/plan";
import type { MonitoringPlan, Plan } from "@pyairtable/plan";
import { type MockWorld, nothingComputed } from "../shared/test-mocks.ts";
import type { AlarmTopicArgs, MonitoringGroupsArgs } from "./base/args.ts";
import type { OnEcsArgs } from "./ecs/on-ecs.ts";
import { ecsPlan } from "./test-plan.ts";

/** Type tokens of what this room makes. */
export const AWS = {
  accessPoint: "aws:efs/accessPoint:AccessPoint",
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  alerting: "aws:amp/alertManagerDefinition:AlertManagerDefinition",
  backup: "aws:efs/backupPolicy:BackupPolicy",
  composite: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
  dashboard: "aws:cloudwatch/dashboard:Dashboard",
  egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  eventRule: "aws:cloudwatch/eventRule:EventRule",
  healthCheck: "aws:route53/healthCheck:HealthCheck",
  fileSystem: "aws:efs/fileSystem:FileSystem",
  fileSystemPolicy: "aws:efs/fileSystemPolicy:FileSystemPolicy",
  ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  key: "aws:kms/key:Key",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  metricFilter: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
  mountTarget: "aws:efs/mountTarget:MountTarget",
  name: "aws:servicediscovery/service:Service",
  parameter: "aws:ssm/parameter:Parameter",
  retention: "aws:amp/workspaceConfiguration:WorkspaceConfiguration",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  rules: "aws:amp/ruleGroupNamespace:RuleGroupNamespace",
  securityGroup: "aws:ec2/securityGroup:SecurityGroup",
  service: "aws:ecs/service:Service",
  subscription: "aws:sns/topicSubscription:TopicSubscription",
  task: "aws:ecs/taskDefinition:TaskDefinition",
  topic: "aws:sns/topic:Topic",
  topicPolicy: "aws:sns/topicPolicy:TopicPolicy",
  workspace: "aws:amp/workspace:Workspace",
  zone: "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace",
} as const;

export const COMPONENTS = {
  topic: "pyairtable:monitoring:AlarmTopic",
  groups: "pyairtable:monitoring:MonitoringGroups",
  monitoring: "pyairtable:monitoring:Monitoring",
} as const;

const types = Object.fromEntries(
  [...Object.values(AWS), ...Object.values(COMPONENTS)].map((token) => [token, nothingComputed]),
);
/** Every type this room may make on AWS, and no function: a call is a defect. */
export const WORLD: MockWorld = {
  types: {
    ...types,
    [AWS.workspace]: (_, name) => ({ prometheusEndpoint: `https://aps.example.com/workspaces/${name}/` }),
  },
};

export const ACCOUNT = "111122223333";
export const PLAN = ecsPlan();
export const monitoringOf = (args: MonitoringPlanArgs = {}, plan: Plan = PLAN): MonitoringPlan =>
  monitoringPlan(plan, args);
/** A dashboard as small as one can be. */
export const DASHBOARDS = { platform: '{\n "uid": "pyairtable-platform"\n}' };

export const topicArgs = (args: MonitoringPlanArgs = {}): AlarmTopicArgs => ({
  plan: PLAN,
  monitoring: monitoringOf(args),
  accountId: ACCOUNT,
});

export const groupsArgs = (args: MonitoringPlanArgs = {}): MonitoringGroupsArgs => ({
  plan: PLAN,
  monitoring: monitoringOf(args),
  accountId: ACCOUNT,
  vpcId: "vpc-1",
});

export const wiring = (securityGroupId: OnEcsArgs["monitoringSecurityGroupId"]): OnEcsArgs => ({
  accountId: ACCOUNT,
  clusterName: "shop-prod",
  clusterArn: `arn:aws:ecs:us-east-1:${ACCOUNT}:cluster/shop-prod`,
  vpcId: "vpc-1",
  privateSubnetIds: ["subnet-a", "subnet-b", "subnet-c"],
  monitoringSecurityGroupId: securityGroupId,
  alarmTopicArn: `arn:aws:sns:us-east-1:${ACCOUNT}:shop-prod-alarms`,
});
