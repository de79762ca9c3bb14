import type { LimitRangeArgs } from "@pulumi/kubernetes/core/v1/limitRange.js";
import type { NamespaceArgs } from "@pulumi/kubernetes/core/v1/namespace.js";
import type { ResourceQuotaArgs } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { RoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { PriorityClassArgs } from "@pulumi/kubernetes/scheduling/v1/priorityClass.js";
import type { Transforms } from "../../shared/index.ts";

/** Children of a `Namespace`, each open to change before it is made. */
export type NamespaceTransform = Transforms<{
  namespace: NamespaceArgs;
  quota: ResourceQuotaArgs;
  limitRange: LimitRangeArgs;
  networkPolicy: NetworkPolicyArgs;
  roleBinding: RoleBindingArgs;
}>;

export type PriorityClassesTransform = Transforms<{ priorityClass: PriorityClassArgs }>;
