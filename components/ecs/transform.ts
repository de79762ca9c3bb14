import type { PolicyArgs } from "@pulumi/aws/appautoscaling/policy.js";
import type { ScheduledActionArgs } from "@pulumi/aws/appautoscaling/scheduledAction.js";
import type { TargetArgs } from "@pulumi/aws/appautoscaling/target.js";
import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { SecurityGroupArgs } from "@pulumi/aws/ec2/securityGroup.js";
import type { ClusterArgs as AwsClusterArgs } from "@pulumi/aws/ecs/cluster.js";
import type { ClusterCapacityProvidersArgs } from "@pulumi/aws/ecs/clusterCapacityProviders.js";
import type { ServiceArgs as AwsServiceArgs } from "@pulumi/aws/ecs/service.js";
import type { TaskDefinitionArgs } from "@pulumi/aws/ecs/taskDefinition.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import type { RolePolicyAttachmentArgs } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type { AliasArgs } from "@pulumi/aws/kms/alias.js";
import type { KeyArgs } from "@pulumi/aws/kms/key.js";
import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule.js";
import type { TargetGroupArgs } from "@pulumi/aws/lb/targetGroup.js";
import type { HttpNamespaceArgs } from "@pulumi/aws/servicediscovery/httpNamespace.js";
import type { SecurityGroupEgressRuleArgs } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import type { SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type { Transforms } from "../shared/index.ts";

/** Children of a `Service`, each open to change before it is made. */
export type ServiceTransform = Transforms<{
  securityGroup: SecurityGroupArgs;
  egressRule: SecurityGroupEgressRuleArgs;
  logGroup: LogGroupArgs;
  executionRole: RoleArgs;
  executionPolicy: RolePolicyArgs;
  taskRole: RoleArgs;
  taskPolicy: RolePolicyArgs;
  infrastructureRole: RoleArgs;
  infrastructurePolicy: RolePolicyAttachmentArgs;
  taskDefinition: TaskDefinitionArgs;
  targetGroup: TargetGroupArgs;
  listenerRule: ListenerRuleArgs;
  service: AwsServiceArgs;
  scalingTarget: TargetArgs;
  scalingPolicy: PolicyArgs;
  scheduledAction: ScheduledActionArgs;
  alarm: MetricAlarmArgs;
}>;

/** Children of a `Cluster`. */
export type ClusterTransform = Transforms<{
  cluster: AwsClusterArgs;
  capacityProviders: ClusterCapacityProvidersArgs;
  namespace: HttpNamespaceArgs;
  execKey: KeyArgs;
  execKeyAlias: AliasArgs;
  execLogGroup: LogGroupArgs;
}>;

/** Rules made by `ServiceEdges`. */
export type EdgesTransform = Transforms<{
  ingress: SecurityGroupIngressRuleArgs;
  egress: SecurityGroupEgressRuleArgs;
}>;
