import type { Resource } from "@pulumi/pulumi";
import type { Plan } from "@pyairtable/plan";
import type { ArgoCdArgs } from "./argo-cd/args.ts";
import type { ClusterNetworkArgs } from "./common-args.ts";
import type { ExternalSecretsArgs, SecretStoreArgs } from "./external-secrets/args.ts";
import type { KedaArgs } from "./keda/args.ts";
import type { MetricsServerArgs } from "./metrics-server/args.ts";
import type { NetworkPolicyBaselineArgs } from "./network-policy-baseline/args.ts";
import type { PrometheusOperatorArgs } from "./prometheus-operator/args.ts";
import type { VerticalPodAutoscalerArgs } from "./vertical-pod-autoscaler/args.ts";

/** The parts of a plan that add-ons are made of. */
export type AddOnsPlan = Pick<
  Plan,
  "project" | "environment" | "region" | "tags" | "services" | "kubernetes" | "monitoring"
>;

/** What a person may say of one add-on beyond the plan. */
type Own<Args, Kept extends keyof Args = never> = Omit<Partial<Args>, "kubernetesVersion" | "tags" | "wiring" | Kept>;

/** Every add-on that the plan has on. */
export interface AddOnsArgs {
  readonly plan: AddOnsPlan;
  /** Mode `eks`: whose account the cluster is in, and its physical name. Plain. */
  readonly cluster?: { readonly accountId: string; readonly clusterName: string };
  /** Where the API server, DNS and Prometheus are, for network policies. */
  readonly network?: ClusterNetworkArgs;
  /** Where secrets are in mode `existing`. Default null: the cluster's owner makes the store. */
  readonly secretStore?: SecretStoreArgs | null;
  /** What Argo CD deploys; must be given where the plan has it on, and needs nothing else. */
  readonly argoCd?: Own<ArgoCdArgs, "host" | "teams" | "services"> & Pick<ArgoCdArgs, "host" | "teams" | "services">;
  readonly metricsServer?: Own<MetricsServerArgs>;
  readonly verticalPodAutoscaler?: Own<VerticalPodAutoscalerArgs>;
  readonly keda?: Own<KedaArgs>;
  readonly externalSecrets?: Own<ExternalSecretsArgs, "store">;
  readonly prometheusOperator?: Own<PrometheusOperatorArgs>;
  readonly networkPolicyBaseline?: Own<NetworkPolicyBaselineArgs>;
  readonly wiring?: AddOnsWiring;
}

/** What other components made. */
export interface AddOnsWiring {
  /** Nodes that can run pods, and the priority class. */
  readonly dependsOn?: readonly Resource[];
  /** Types of the Prometheus operator, made before because something else needs them too, such as Karpenter. */
  readonly monitors?: readonly Resource[];
  /** Namespaces of services: Argo CD is given rights in them. */
  readonly namespaces?: readonly Resource[];
}
