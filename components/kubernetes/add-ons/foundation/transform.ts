import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { NamespaceArgs } from "@pulumi/kubernetes/core/v1/namespace.js";
import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { Transforms } from "../../../shared/index.ts";

/** Children that most add-ons have. */
export interface BaseChildren {
  namespace: NamespaceArgs;
  networkPolicy: NetworkPolicyArgs;
  serviceMonitor: CustomResourceArgs;
}
export type BaseTransform = Transforms<BaseChildren>;
