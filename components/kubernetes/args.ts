import type { Provider } from "@pulumi/kubernetes/provider.js";
import type { Input } from "@pulumi/pulumi";
import type { Plan } from "@pyairtable/plan";
import type { NamespacePlanWiring } from "./namespaces/index.ts";
import type { PlanWiring } from "./workload/index.ts";

/** Kubernetes as the plan has it: the cluster (mode `eks`) or the way to one (`existing`), and all that runs there. */
export interface KubernetesArgs {
  readonly plan: Plan;
  /** Where an EKS cluster is made; needed in mode `eks`, without meaning in `existing`. */
  readonly aws?: AwsSite;
  /** Mode `existing`: a provider of yours, e.g. of a GKE or AKS cluster. Default: the kubeconfig's context of the plan. */
  readonly provider?: Provider;
  /** What the plan does not hold of services, e.g. the registry or addresses of data stores. */
  readonly services?: Omit<PlanWiring, "accountId" | "clusterName" | "dependsOn">;
  /** … and of namespaces. */
  readonly namespaces?: Omit<NamespacePlanWiring, "dependsOn">;
}

export interface AwsSite {
  /** Twelve digits, plain. */
  readonly accountId: string;
  readonly vpcId: Input<string>;
  /** One for each of the plan's zones, in their order. */
  readonly privateSubnetIds: Input<Input<string>[]>;
}
