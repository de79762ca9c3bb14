import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/index.js";
import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type * as ec2 from "@pulumi/aws/ec2/index.js";
import type { InstanceProfileArgs, RoleArgs, RolePolicyArgs } from "@pulumi/aws/iam/index.js";
import type { SecurityGroupEgressRuleArgs, SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc/index.js";
import type { VpcArgs } from "@pulumi/awsx/ec2/index.js";
import type { ComponentResourceOptions } from "@pulumi/pulumi";
import type { Transform, Transforms } from "../shared/index.ts";

/** Args of each child that the network makes itself, by the key of its transform. */
export interface NetworkChildren {
  defaultSecurityGroup: ec2.DefaultSecurityGroupArgs;
  gatewayEndpoint: ec2.VpcEndpointArgs;
  endpointSecurityGroup: ec2.SecurityGroupArgs;
  endpointIngress: SecurityGroupIngressRuleArgs;
  interfaceEndpoint: ec2.VpcEndpointArgs;
  flowLogGroup: LogGroupArgs;
  flowLogRole: RoleArgs;
  flowLogRolePolicy: RolePolicyArgs;
  flowLog: ec2.FlowLogArgs;
  natSecurityGroup: ec2.SecurityGroupArgs;
  natIngress: SecurityGroupIngressRuleArgs;
  natEgress: SecurityGroupEgressRuleArgs;
  natRole: RoleArgs;
  natRolePolicy: RolePolicyArgs;
  natInstanceProfile: InstanceProfileArgs;
  natInterface: ec2.NetworkInterfaceArgs;
  natAddress: ec2.EipArgs;
  natInstance: ec2.InstanceArgs;
  natRoute: ec2.RouteArgs;
  natAlarm: MetricAlarmArgs;
}

/** `vpc` is a component of its own: its transform reaches subnets, route tables and gateways through its args. */
export type NetworkTransforms = Transforms<NetworkChildren> & {
  readonly vpc?: Transform<VpcArgs, ComponentResourceOptions>;
};
