import type { NamespaceArgs } from "@pulumi/kubernetes/core/v1/namespace.js";
import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Transforms } from "../../../shared/index.ts";
import type { AddOnArgs } from "../common-args.ts";

/** The resource types of Prometheus Operator (ServiceMonitor, PrometheusRule, …). Runs no pod and costs nothing. */
export interface PrometheusOperatorArgs extends Pick<AddOnArgs, "kubernetesVersion" | "tags" | "namespace" | "wiring"> {
  readonly transform?: PrometheusOperatorTransform;
}

/** Children, each open to change before it is made. */
export type PrometheusOperatorTransform = Transforms<{ namespace: NamespaceArgs; release: ReleaseArgs }>;
