import type { AlertManagerDefinitionArgs } from "@pulumi/aws/amp/alertManagerDefinition.js";
import type { RuleGroupNamespaceArgs } from "@pulumi/aws/amp/ruleGroupNamespace.js";
import type { WorkspaceConfigurationArgs } from "@pulumi/aws/amp/workspaceConfiguration.js";
import type { TargetArgs } from "@pulumi/aws/appautoscaling/target.js";
import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { DefaultSecurityGroupArgs } from "@pulumi/aws/ec2/defaultSecurityGroup.js";
import type { EipArgs } from "@pulumi/aws/ec2/eip.js";
import type { FlowLogArgs } from "@pulumi/aws/ec2/flowLog.js";
import type { InstanceArgs as Ec2InstanceArgs } from "@pulumi/aws/ec2/instance.js";
import type { LaunchTemplateArgs } from "@pulumi/aws/ec2/launchTemplate.js";
import type { NatGatewayArgs } from "@pulumi/aws/ec2/natGateway.js";
import type { SecurityGroupArgs } from "@pulumi/aws/ec2/securityGroup.js";
import type { SubnetArgs } from "@pulumi/aws/ec2/subnet.js";
import type { VpcArgs } from "@pulumi/aws/ec2/vpc.js";
import type { VpcEndpointArgs } from "@pulumi/aws/ec2/vpcEndpoint.js";
import type { ClusterArgs } from "@pulumi/aws/ecs/cluster.js";
import type { ClusterCapacityProvidersArgs } from "@pulumi/aws/ecs/clusterCapacityProviders.js";
import type { ServiceArgs } from "@pulumi/aws/ecs/service.js";
import type { TaskDefinitionArgs } from "@pulumi/aws/ecs/taskDefinition.js";
import type { FileSystemArgs } from "@pulumi/aws/efs/fileSystem.js";
import type { AddonArgs } from "@pulumi/aws/eks/addon.js";
import type { ClusterArgs as EksClusterArgs } from "@pulumi/aws/eks/cluster.js";
import type { NodeGroupArgs } from "@pulumi/aws/eks/nodeGroup.js";
import type { PolicyArgs } from "@pulumi/aws/iam/policy.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import type { KeyArgs } from "@pulumi/aws/kms/key.js";
import type { ListenerArgs } from "@pulumi/aws/lb/listener.js";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer.js";
import type { TargetGroupArgs } from "@pulumi/aws/lb/targetGroup.js";
import type { ClusterInstanceArgs } from "@pulumi/aws/rds/clusterInstance.js";
import type { InstanceArgs as RdsInstanceArgs } from "@pulumi/aws/rds/instance.js";
import type { BucketArgs } from "@pulumi/aws/s3/bucket.js";
import type { BucketPolicyArgs } from "@pulumi/aws/s3/bucketPolicy.js";
import type { BucketPublicAccessBlockArgs } from "@pulumi/aws/s3/bucketPublicAccessBlock.js";
import type { BucketServerSideEncryptionConfigurationArgs } from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration.js";
import type { SecretArgs } from "@pulumi/aws/secretsmanager/secret.js";
import type { TopicArgs } from "@pulumi/aws/sns/topic.js";
import type { TopicPolicyArgs } from "@pulumi/aws/sns/topicPolicy.js";
import type { SecurityGroupEgressRuleArgs } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import type { SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type { Unwrap } from "@pulumi/pulumi";
import type { CustomResourceByType } from "./custom-resource-types.ts";
import type { KubernetesArgsByType } from "./kubernetes-types.ts";

/** The provider's own types by resource token: a check over a property that does not exist fails to compile. */
interface ArgsByType extends KubernetesArgsByType {
  "aws:amp/alertManagerDefinition:AlertManagerDefinition": AlertManagerDefinitionArgs;
  "aws:amp/ruleGroupNamespace:RuleGroupNamespace": RuleGroupNamespaceArgs;
  "aws:amp/workspaceConfiguration:WorkspaceConfiguration": WorkspaceConfigurationArgs;
  "aws:appautoscaling/target:Target": TargetArgs;
  "aws:cloudwatch/logGroup:LogGroup": LogGroupArgs;
  "aws:cloudwatch/metricAlarm:MetricAlarm": MetricAlarmArgs;
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": DefaultSecurityGroupArgs;
  "aws:ec2/eip:Eip": EipArgs;
  "aws:ec2/flowLog:FlowLog": FlowLogArgs;
  "aws:ec2/instance:Instance": Ec2InstanceArgs;
  "aws:ec2/launchTemplate:LaunchTemplate": LaunchTemplateArgs;
  "aws:ec2/natGateway:NatGateway": NatGatewayArgs;
  "aws:ec2/securityGroup:SecurityGroup": SecurityGroupArgs;
  "aws:ec2/subnet:Subnet": SubnetArgs;
  "aws:ec2/vpc:Vpc": VpcArgs;
  "aws:ec2/vpcEndpoint:VpcEndpoint": VpcEndpointArgs;
  "aws:ecs/cluster:Cluster": ClusterArgs;
  "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders": ClusterCapacityProvidersArgs;
  "aws:ecs/service:Service": ServiceArgs;
  "aws:ecs/taskDefinition:TaskDefinition": TaskDefinitionArgs;
  "aws:efs/fileSystem:FileSystem": FileSystemArgs;
  "aws:eks/addon:Addon": AddonArgs;
  "aws:eks/cluster:Cluster": EksClusterArgs;
  "aws:eks/nodeGroup:NodeGroup": NodeGroupArgs;
  "aws:iam/policy:Policy": PolicyArgs;
  "aws:iam/role:Role": RoleArgs;
  "aws:iam/rolePolicy:RolePolicy": RolePolicyArgs;
  "aws:kms/key:Key": KeyArgs;
  "aws:lb/listener:Listener": ListenerArgs;
  "aws:lb/loadBalancer:LoadBalancer": LoadBalancerArgs;
  "aws:lb/targetGroup:TargetGroup": TargetGroupArgs;
  "aws:rds/clusterInstance:ClusterInstance": ClusterInstanceArgs;
  "aws:rds/instance:Instance": RdsInstanceArgs;
  "aws:s3/bucket:Bucket": BucketArgs;
  "aws:s3/bucketPolicy:BucketPolicy": BucketPolicyArgs;
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": BucketPublicAccessBlockArgs;
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": BucketServerSideEncryptionConfigurationArgs;
  "aws:secretsmanager/secret:Secret": SecretArgs;
  "aws:sns/topic:Topic": TopicArgs;
  "aws:sns/topicPolicy:TopicPolicy": TopicPolicyArgs;
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": SecurityGroupEgressRuleArgs;
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": SecurityGroupIngressRuleArgs;
}

/** Plain inputs of a resource type; for a type without an entry, whatever it has. */
export type PropsOf<T extends string> = T extends keyof ArgsByType
  ? Unwrap<ArgsByType[T]>
  : T extends keyof CustomResourceByType
    ? CustomResourceByType[T]
    : Readonly<Record<string, unknown>>;
