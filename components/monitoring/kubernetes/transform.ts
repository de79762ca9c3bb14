import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import type { StatefulSetArgs } from "@pulumi/kubernetes/apps/v1/statefulSet.js";
import type { ConfigMapArgs } from "@pulumi/kubernetes/core/v1/configMap.js";
import type { NamespaceArgs } from "@pulumi/kubernetes/core/v1/namespace.js";
import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import type { ServiceAccountArgs } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";
import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { StorageClassArgs } from "@pulumi/kubernetes/storage/v1/storageClass.js";
import type { Transforms } from "../../shared/index.ts";

/** Children of `Monitoring` on a cluster. */
export type KubernetesTransform = Transforms<{
  namespace: NamespaceArgs;
  networkPolicy: NetworkPolicyArgs;
  storageClass: StorageClassArgs;
  externalSecret: CustomResourceArgs;
  release: ReleaseArgs;
  prometheusRule: CustomResourceArgs;
  probe: CustomResourceArgs;
  dashboards: ConfigMapArgs;
  deployment: DeploymentArgs;
  statefulSet: StatefulSetArgs;
  service: ServiceArgs;
  serviceAccount: ServiceAccountArgs;
}>;
