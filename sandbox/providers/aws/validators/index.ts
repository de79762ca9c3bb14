import type { ResourceId } from "../../backend.ts";
import type { Properties } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { scalableTarget, scalingPolicy, scheduledAction } from "./autoscaling.ts";
import { budget } from "./budget.ts";
import { dashboard, eventRule, logGroup, metricAlarm } from "./cloudwatch.ts";
import { certificate, record, zone } from "./dns.ts";
import { clusterProviders } from "./ecs-cluster.ts";
import { ecsService } from "./ecs-service.ts";
import { accessEntry, accessPolicy, podIdentity } from "./eks-access.ts";
import { addOn } from "./eks-add-on.ts";
import { eksCluster } from "./eks-cluster.ts";
import { nodeGroup } from "./eks-node-group.ts";
import { eventTarget } from "./event-target.ts";
import { inlinePolicy, managedPolicy, policyAttachment, role } from "./iam.ts";
import { kmsKey, secret } from "./keys.ts";
import { launchTemplate } from "./launch-template.ts";
import { listener, listenerRule, loadBalancer, targetGroup } from "./load-balancer.ts";
import { natGateway, route, subnet, vpc, vpcEndpoint } from "./network.ts";
import { schedule } from "./scheduler.ts";
import { legacyRule, securityGroup, securityGroupRule } from "./security-group.ts";
import {
  bucket,
  bucketEncryption,
  bucketLifecycle,
  bucketPolicy,
  queue,
  queuePolicy,
  subscription,
} from "./storage.ts";
import { tags } from "./tags.ts";
import { taskDefinition } from "./task-definition.ts";
import type { Surroundings, Validator } from "./validator.ts";
import { webAcl } from "./waf.ts";

const byType: Readonly<Record<string, Validator>> = {
  "aws:acm/certificate:Certificate": certificate,
  "aws:appautoscaling/policy:Policy": scalingPolicy,
  "aws:appautoscaling/scheduledAction:ScheduledAction": scheduledAction,
  "aws:appautoscaling/target:Target": scalableTarget,
  "aws:budgets/budget:Budget": budget,
  "aws:cloudwatch/dashboard:Dashboard": dashboard,
  "aws:cloudwatch/eventRule:EventRule": eventRule,
  "aws:cloudwatch/eventTarget:EventTarget": eventTarget,
  "aws:cloudwatch/logGroup:LogGroup": logGroup,
  "aws:cloudwatch/metricAlarm:MetricAlarm": metricAlarm,
  "aws:ec2/launchTemplate:LaunchTemplate": launchTemplate,
  "aws:ec2/natGateway:NatGateway": natGateway,
  "aws:ec2/route:Route": route,
  "aws:ec2/securityGroup:SecurityGroup": securityGroup,
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": securityGroup,
  "aws:ec2/securityGroupRule:SecurityGroupRule": legacyRule,
  "aws:ec2/subnet:Subnet": subnet,
  "aws:ec2/vpc:Vpc": vpc,
  "aws:ec2/vpcEndpoint:VpcEndpoint": vpcEndpoint,
  "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders": clusterProviders,
  "aws:ecs/service:Service": ecsService,
  "aws:ecs/taskDefinition:TaskDefinition": taskDefinition,
  "aws:eks/accessEntry:AccessEntry": accessEntry,
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": accessPolicy,
  "aws:eks/addon:Addon": addOn,
  "aws:eks/cluster:Cluster": eksCluster,
  "aws:eks/nodeGroup:NodeGroup": nodeGroup,
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": podIdentity,
  "aws:iam/policy:Policy": managedPolicy,
  "aws:iam/role:Role": role,
  "aws:iam/rolePolicy:RolePolicy": inlinePolicy,
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": policyAttachment,
  "aws:kms/key:Key": kmsKey,
  "aws:lb/listener:Listener": listener,
  "aws:lb/listenerRule:ListenerRule": listenerRule,
  "aws:lb/loadBalancer:LoadBalancer": loadBalancer,
  "aws:lb/targetGroup:TargetGroup": targetGroup,
  "aws:route53/record:Record": record,
  "aws:route53/zone:Zone": zone,
  "aws:s3/bucket:Bucket": bucket,
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": bucketLifecycle,
  "aws:s3/bucketPolicy:BucketPolicy": bucketPolicy,
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": bucketEncryption,
  "aws:scheduler/schedule:Schedule": schedule,
  "aws:secretsmanager/secret:Secret": secret,
  "aws:sns/topicSubscription:TopicSubscription": subscription,
  "aws:sqs/queue:Queue": queue,
  "aws:sqs/queuePolicy:QueuePolicy": queuePolicy,
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": securityGroupRule,
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": securityGroupRule,
  "aws:wafv2/webAcl:WebAcl": webAcl,
};

/** All that a service would refuse in these inputs; unknown values are passed over. */
export function validate(resource: ResourceId, inputs: Properties, around: Surroundings): Violation[] {
  const found = byType[resource.type]?.(inputs, { ...around, resource }) ?? [];
  return [...found, ...tags(inputs)];
}
