import type { AddonArgs } from "@pulumi/aws/eks/addon.js";
import type { APIServiceArgs } from "@pulumi/kubernetes/apiregistration/v1/apiservice.js";
import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import type { PodDisruptionBudgetArgs } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { Input } from "@pulumi/pulumi";
import type { Transforms } from "../../../shared/index.ts";
import type { AddOnArgs, AddOnRecord, WorkloadSize } from "../common-args.ts";
import type { Flags } from "../foundation/flags.ts";
import type { ServingCertificate, ServingCertificateArgs } from "../serving-certificate/args.ts";
import type { CertificateChildren } from "../serving-certificate/transform.ts";
import type { SizeArgs } from "../sizes.ts";

/** Answers `metrics.k8s.io`: what horizontal and vertical autoscalers, and `kubectl top`, read. */
export interface MetricsServerArgs extends AddOnArgs {
  /**
   * `manifests`: typed resources of ours, every connection verified. `eks-add-on`: Amazon's managed copy in
   * `kube-system`, which Amazon patches; our certificate and policies do not reach it. Plain: it decides what is made.
   */
  readonly install:
    | { readonly kind: "manifests" }
    | { readonly kind: "eks-add-on"; readonly clusterName: Input<string> };
  readonly sizes?: SizeArgs<"metrics-server">;
  /** Seconds between two readings of every kubelet, 10 to 300. Default 15, which the horizontal autoscaler expects. */
  readonly resolutionSeconds?: number;
  /**
   * Who signed the kubelets' serving certificates. Default `cluster`: the cluster's own authority, as on EKS and on
   * kubeadm with `serverTLSBootstrap`. Otherwise a ConfigMap with the authority in the add-on's namespace.
   */
  readonly kubeletAuthority?: "cluster" | { readonly configMap: string; readonly key: string };
  /** By what the API server knows it. Default `generated`. */
  readonly certificate?: ServingCertificateArgs;
  /** Other flags of the binary, by name without dashes. */
  readonly flags?: Flags;
  readonly transform?: MetricsServerTransform;
}

export interface MetricsServerRecord extends AddOnRecord {
  readonly install: MetricsServerArgs["install"]["kind"];
  readonly size: WorkloadSize;
  readonly resolutionSeconds: number;
  readonly kubeletAuthority: "cluster" | { readonly configMap: string; readonly key: string };
  readonly certificate: ServingCertificate;
  readonly flags: Flags;
}

/** Children, each open to change before it is made. */
export type MetricsServerTransform = Transforms<
  CertificateChildren & {
    eksAddOn: AddonArgs;
    deployment: DeploymentArgs;
    service: ServiceArgs;
    apiService: APIServiceArgs;
    disruptionBudget: PodDisruptionBudgetArgs;
  }
>;
