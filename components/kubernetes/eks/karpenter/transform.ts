import type { EventRuleArgs } from "@pulumi/aws/cloudwatch/eventRule.js";
import type { EventTargetArgs } from "@pulumi/aws/cloudwatch/eventTarget.js";
import type { AccessEntryArgs } from "@pulumi/aws/eks/accessEntry.js";
import type { PodIdentityAssociationArgs } from "@pulumi/aws/eks/podIdentityAssociation.js";
import type { InstanceProfileArgs } from "@pulumi/aws/iam/instanceProfile.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import type { RolePolicyAttachmentArgs } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type { QueueArgs } from "@pulumi/aws/sqs/queue.js";
import type { QueuePolicyArgs } from "@pulumi/aws/sqs/queuePolicy.js";
import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Transforms } from "../../../shared/index.ts";

/** Children of a `Karpenter`, each open to change before it is made. */
export type KarpenterTransform = Transforms<{
  nodeRole: RoleArgs;
  nodePolicyAttachment: RolePolicyAttachmentArgs;
  instanceProfile: InstanceProfileArgs;
  nodeAccess: AccessEntryArgs;
  queue: QueueArgs;
  queuePolicy: QueuePolicyArgs;
  eventRule: EventRuleArgs;
  eventTarget: EventTargetArgs;
  controllerRole: RoleArgs;
  controllerPolicy: RolePolicyArgs;
  podIdentity: PodIdentityAssociationArgs;
  crds: ReleaseArgs;
  controller: ReleaseArgs;
  nodeClass: CustomResourceArgs;
  nodePool: CustomResourceArgs;
}>;
