import type { PodIdentityAssociationArgs } from "@pulumi/aws/eks/podIdentityAssociation.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import type { HorizontalPodAutoscalerArgs } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import type { ServiceAccountArgs } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import type { IngressArgs } from "@pulumi/kubernetes/networking/v1/ingress.js";
import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { PodDisruptionBudgetArgs } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { Transforms } from "../../shared/index.ts";

/** Children of a `KubernetesService`, each open to change before it is made. */
export type KubernetesServiceTransform = Transforms<{
  serviceAccount: ServiceAccountArgs;
  deployment: DeploymentArgs;
  service: ServiceArgs;
  ingress: IngressArgs;
  horizontalAutoscaler: HorizontalPodAutoscalerArgs;
  scaledObject: CustomResourceArgs;
  triggerAuthentication: CustomResourceArgs;
  verticalAutoscaler: CustomResourceArgs;
  disruptionBudget: PodDisruptionBudgetArgs;
  networkPolicy: NetworkPolicyArgs;
  externalSecret: CustomResourceArgs;
  serviceMonitor: CustomResourceArgs;
  role: RoleArgs;
  rolePolicy: RolePolicyArgs;
  identityAssociation: PodIdentityAssociationArgs;
}>;
