import type { MutatingWebhookConfigurationArgs } from "@pulumi/kubernetes/admissionregistration/v1/mutatingWebhookConfiguration.js";
import type { CustomResourceDefinitionArgs } from "@pulumi/kubernetes/apiextensions/v1/customResourceDefinition.js";
import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import type { PodDisruptionBudgetArgs } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { Transforms } from "../../../shared/index.ts";
import type { AddOnArgs, AddOnRecord, WorkloadSize } from "../common-args.ts";
import type { Flags } from "../foundation/flags.ts";
import type { ServingCertificate, ServingCertificateArgs } from "../serving-certificate/args.ts";
import type { CertificateChildren } from "../serving-certificate/transform.ts";
import type { SizeArgs } from "../sizes.ts";

/** Binaries of the autoscaler. */
export const PARTS = ["recommender", "admission-controller", "updater"] as const;
export type Part = (typeof PARTS)[number];

/** How far it goes: to say what pods should ask for, to set it on new pods, to change running ones. */
export type Reach = "recommend" | "new-pods" | "running-pods";

export interface RecommenderArgs {
  /** Least a pod is recommended, millicores. Default 25. */
  readonly minCpuMillicores?: number;
  /** Least a pod is recommended, MiB. Default 64: upstream's 250 is more than most services here use. */
  readonly minMemoryMiB?: number;
  /** Most a container is recommended where its object names no maximum. Default null: no such cap. */
  readonly maxCpuMillicores?: number | null;
  readonly maxMemoryMiB?: number | null;
  /** Added to what was used, percent. Default 15. */
  readonly marginPercent?: number;
  /** Share of samples the target covers, percent. Default 90. */
  readonly targetCpuPercentile?: number;
  /** Default 95: memory that is missing kills. */
  readonly targetMemoryPercentile?: number;
  /** Memory after an out-of-memory kill, as a multiple of before. Default 1.25. */
  readonly oomBumpRatio?: number;
  /** Days of memory peaks kept, 1 to 30. Default 14, the platform's usage window. */
  readonly memoryHistoryDays?: number;
  /** Whether only pods with a VerticalPodAutoscaler are kept in memory. Default true. */
  readonly memorySaver?: boolean;
}

export interface UpdaterArgs {
  /** Fewest living replicas before one is touched; objects may name their own. Default 2. */
  readonly minReplicas?: number;
  /** Share of replicas that may be evicted at once, percent. Default 50. */
  readonly evictionTolerancePercent?: number;
  /** Evictions a second over the whole cluster; null: no limit. Default 0.1, one in ten seconds. */
  readonly evictionsPerSecond?: number | null;
  /** Seconds between two looks. Default 60. */
  readonly intervalSeconds?: number;
}

/** Sizes pods by what they used. */
export interface VerticalPodAutoscalerArgs extends AddOnArgs {
  /** Default `running-pods`: recommender, admission controller and updater. Plain: it decides what is made. */
  readonly reach?: Reach;
  readonly sizes?: SizeArgs<"vertical-pod-autoscaler">;
  readonly recommender?: RecommenderArgs;
  readonly updater?: UpdaterArgs;
  /** Namespaces whose pods it leaves alone. Default `kube-system`. */
  readonly ignoredNamespaces?: readonly string[];
  /** Custom controllers with a `scale` subresource that objects may target. Default none: the built-in ones. */
  readonly scaleTargets?: readonly { readonly apiGroup: string; readonly resource: string }[];
  /** By what the API server knows the admission controller. Default `generated`. */
  readonly certificate?: ServingCertificateArgs;
  /** Other flags of each binary, by name without dashes. */
  readonly flags?: { readonly [part in Part]?: Flags };
  readonly transform?: VerticalPodAutoscalerTransform;
}

export interface VerticalPodAutoscalerRecord extends AddOnRecord {
  readonly parts: readonly Part[];
  /** Whether pods are resized without a restart where the node allows. */
  readonly inPlace: boolean;
  readonly sizes: Readonly<Record<Part, WorkloadSize>>;
  readonly recommender: Required<RecommenderArgs>;
  readonly updater: Required<UpdaterArgs>;
  readonly ignoredNamespaces: readonly string[];
  readonly scaleTargets: readonly { readonly apiGroup: string; readonly resource: string }[];
  readonly certificate: ServingCertificate;
  readonly flags: Readonly<Record<Part, Flags>>;
}

/** Children, each open to change before it is made. */
export type VerticalPodAutoscalerTransform = Transforms<
  CertificateChildren & {
    crd: CustomResourceDefinitionArgs;
    deployment: DeploymentArgs;
    service: ServiceArgs;
    disruptionBudget: PodDisruptionBudgetArgs;
    webhook: MutatingWebhookConfigurationArgs;
  }
>;
