import type { CustomResourceDefinitionArgs } from "@pulumi/kubernetes/apiextensions/v1/customResourceDefinition.js";
import type { DaemonSetArgs } from "@pulumi/kubernetes/apps/v1/daemonSet.js";
import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import type { StatefulSetArgs } from "@pulumi/kubernetes/apps/v1/statefulSet.js";
import type { HorizontalPodAutoscalerArgs } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import type { CronJobArgs } from "@pulumi/kubernetes/batch/v1/cronJob.js";
import type { JobArgs } from "@pulumi/kubernetes/batch/v1/job.js";
import type { LimitRangeArgs } from "@pulumi/kubernetes/core/v1/limitRange.js";
import type { NamespaceArgs } from "@pulumi/kubernetes/core/v1/namespace.js";
import type { PersistentVolumeClaimArgs } from "@pulumi/kubernetes/core/v1/persistentVolumeClaim.js";
import type { ResourceQuotaArgs } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import type { SecretArgs } from "@pulumi/kubernetes/core/v1/secret.js";
import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";
import type { IngressArgs } from "@pulumi/kubernetes/networking/v1/ingress.js";
import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { PodDisruptionBudgetArgs } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { ClusterRoleArgs } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import type { ClusterRoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import type { RoleArgs } from "@pulumi/kubernetes/rbac/v1/role.js";
import type { RoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { core, meta, networking } from "@pulumi/kubernetes/types/input.js";
import type { Unwrap } from "@pulumi/pulumi";

/** The provider's own types of the API's built-in kinds. */
export interface KubernetesArgsByType {
  "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition": CustomResourceDefinitionArgs;
  "kubernetes:apps/v1:DaemonSet": DaemonSetArgs;
  "kubernetes:apps/v1:Deployment": DeploymentArgs;
  "kubernetes:apps/v1:StatefulSet": StatefulSetArgs;
  "kubernetes:autoscaling/v2:HorizontalPodAutoscaler": HorizontalPodAutoscalerArgs;
  "kubernetes:batch/v1:CronJob": CronJobArgs;
  "kubernetes:batch/v1:Job": JobArgs;
  "kubernetes:core/v1:LimitRange": LimitRangeArgs;
  "kubernetes:core/v1:Namespace": NamespaceArgs;
  "kubernetes:core/v1:PersistentVolumeClaim": PersistentVolumeClaimArgs;
  "kubernetes:core/v1:ResourceQuota": ResourceQuotaArgs;
  "kubernetes:core/v1:Secret": SecretArgs;
  "kubernetes:core/v1:Service": ServiceArgs;
  "kubernetes:helm.sh/v3:Release": ReleaseArgs;
  "kubernetes:networking.k8s.io/v1:Ingress": IngressArgs;
  "kubernetes:networking.k8s.io/v1:NetworkPolicy": NetworkPolicyArgs;
  "kubernetes:policy/v1:PodDisruptionBudget": PodDisruptionBudgetArgs;
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole": ClusterRoleArgs;
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding": ClusterRoleBindingArgs;
  "kubernetes:rbac.authorization.k8s.io/v1:Role": RoleArgs;
  "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding": RoleBindingArgs;
}

export type ObjectMeta = Unwrap<meta.v1.ObjectMeta>;
export type LabelSelector = Unwrap<meta.v1.LabelSelector>;
export type PodTemplate = Unwrap<core.v1.PodTemplateSpec>;
export type PodSpec = Unwrap<core.v1.PodSpec>;
export type Container = Unwrap<core.v1.Container>;
export type Probe = Unwrap<core.v1.Probe>;
export type NetworkPolicySpec = Unwrap<networking.v1.NetworkPolicySpec>;
