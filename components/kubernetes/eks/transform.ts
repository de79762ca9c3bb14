import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { LaunchTemplateArgs } from "@pulumi/aws/ec2/launchTemplate.js";
import type { SecurityGroupArgs } from "@pulumi/aws/ec2/securityGroup.js";
import type { AccessEntryArgs } from "@pulumi/aws/eks/accessEntry.js";
import type { AccessPolicyAssociationArgs } from "@pulumi/aws/eks/accessPolicyAssociation.js";
import type { AddonArgs } from "@pulumi/aws/eks/addon.js";
import type { ClusterArgs } from "@pulumi/aws/eks/cluster.js";
import type { NodeGroupArgs } from "@pulumi/aws/eks/nodeGroup.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import type { RolePolicyAttachmentArgs } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type { AliasArgs } from "@pulumi/aws/kms/alias.js";
import type { KeyArgs } from "@pulumi/aws/kms/key.js";
import type { SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type { Transforms } from "../../shared/index.ts";

/** Children of an `EksCluster`, each open to change before it is made. */
export type EksClusterTransform = Transforms<{
  key: KeyArgs;
  keyAlias: AliasArgs;
  logGroup: LogGroupArgs;
  clusterRole: RoleArgs;
  clusterPolicy: RolePolicyArgs;
  clusterPolicyAttachment: RolePolicyAttachmentArgs;
  apiSecurityGroup: SecurityGroupArgs;
  apiIngress: SecurityGroupIngressRuleArgs;
  cluster: ClusterArgs;
  accessEntry: AccessEntryArgs;
  accessPolicy: AccessPolicyAssociationArgs;
  nodeRole: RoleArgs;
  nodePolicyAttachment: RolePolicyAttachmentArgs;
  launchTemplate: LaunchTemplateArgs;
  nodeGroup: NodeGroupArgs;
  addOnRole: RoleArgs;
  addOnPolicyAttachment: RolePolicyAttachmentArgs;
  addOn: AddonArgs;
}>;
