import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { Transforms } from "../../../shared/index.ts";
import type { AddOnArgs } from "../common-args.ts";

/**
 * Closes namespaces that no component of ours makes; those of add-ons and services close themselves before their first
 * pod. Costs nothing and does nothing where the cluster's network plugin ignores policies.
 */
export interface NetworkPolicyBaselineArgs extends Pick<AddOnArgs, "kubernetesVersion" | "tags" | "wiring"> {
  /** Namespaces that are there. Default `default`, where nothing of ours runs. */
  readonly namespaces?: readonly string[];
  readonly transform?: NetworkPolicyBaselineTransform;
}

export interface NetworkPolicyBaselineRecord extends Pick<AddOnArgs, "tags"> {
  /** Sorted. */
  readonly namespaces: readonly string[];
}

/** Children, each open to change before it is made. */
export type NetworkPolicyBaselineTransform = Transforms<{ networkPolicy: NetworkPolicyArgs }>;
