import type { CompositeAlarmArgs } from "@pulumi/aws/cloudwatch/compositeAlarm.js";
import type { DashboardArgs } from "@pulumi/aws/cloudwatch/dashboard.js";
import type { EventRuleArgs } from "@pulumi/aws/cloudwatch/eventRule.js";
import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { LogMetricFilterArgs } from "@pulumi/aws/cloudwatch/logMetricFilter.js";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { SecurityGroupArgs } from "@pulumi/aws/ec2/securityGroup.js";
import type { ServiceArgs } from "@pulumi/aws/ecs/service.js";
import type { TaskDefinitionArgs } from "@pulumi/aws/ecs/taskDefinition.js";
import type { AccessPointArgs } from "@pulumi/aws/efs/accessPoint.js";
import type { FileSystemArgs } from "@pulumi/aws/efs/fileSystem.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import type { KeyArgs } from "@pulumi/aws/kms/key.js";
import type { HealthCheckArgs } from "@pulumi/aws/route53/healthCheck.js";
import type { TopicArgs } from "@pulumi/aws/sns/topic.js";
import type { SecurityGroupEgressRuleArgs } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import type { SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type { Transforms } from "../shared/index.ts";

/** Children of `AlarmTopic`. */
export type TopicTransform = Transforms<{
  key: KeyArgs;
  topic: TopicArgs;
}>;

/** Children of `MonitoringGroups`. */
export type GroupsTransform = Transforms<{
  securityGroup: SecurityGroupArgs;
  ingress: SecurityGroupIngressRuleArgs;
  egress: SecurityGroupEgressRuleArgs;
}>;

/** Children of `Monitoring` on ECS; `task` and `service` are made once for metrics and once for views. */
export type EcsTransform = Transforms<{
  fileSystem: FileSystemArgs;
  accessPoint: AccessPointArgs;
  logGroup: LogGroupArgs;
  role: RoleArgs;
  rolePolicy: RolePolicyArgs;
  task: TaskDefinitionArgs;
  service: ServiceArgs;
  eventRule: EventRuleArgs;
  alarm: MetricAlarmArgs;
}>;

/** Children of `Monitoring` in CloudWatch. */
export type CloudWatchTransform = Transforms<{
  alarm: MetricAlarmArgs;
  compositeAlarm: CompositeAlarmArgs;
  dashboard: DashboardArgs;
  metricFilter: LogMetricFilterArgs;
  healthCheck: HealthCheckArgs;
}>;
