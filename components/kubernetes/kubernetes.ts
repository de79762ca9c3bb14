import type { Provider } from "@pulumi/kubernetes/provider.js";
import { ComponentResource, type ComponentResourceOptions, log, type Resource } from "@pulumi/pulumi";
import { AddOns, PrometheusOperator, servicesLeftToPulumi } from "./add-ons/index.ts";
import { addOnsFromPlan } from "./add-ons-of-plan.ts";
import type { KubernetesArgs } from "./args.ts";
import { accessCluster, type ClusterAccess } from "./cluster.ts";
import { type EksCluster, Karpenter, karpenterFromPlan } from "./eks/index.ts";
import { leftOutLine } from "./left-out.ts";
import { Namespace, namespaceFromPlan, PriorityClasses } from "./namespaces/index.ts";
import { fromPlan, KubernetesService } from "./workload/index.ts";

/**
 * The Kubernetes half of the platform: cluster or the way to one, priority classes, nodes, namespaces, add-ons,
 * services. The plan's mode decides; a plan whose mode is `off` is our bug. Deleted in the opposite order.
 */
export class Kubernetes extends ComponentResource {
  readonly provider: Provider;
  /** Undefined in mode `existing`. */
  readonly eks: EksCluster | undefined;
  /** By catalog name; without those that Argo CD deploys. */
  readonly services: ReadonlyMap<string, KubernetesService>;
  /** Name of the ClusterSecretStore, plain; null where none was made. */
  readonly secretStore: string | null;
  /** What a further tenant of the cluster depends on: nodes, types, priority classes. */
  readonly ready: readonly Resource[];

  constructor(name: string, args: KubernetesArgs, opts?: ComponentResourceOptions) {
    super("pyairtable:kubernetes:Kubernetes", name, {}, opts);
    const { plan, aws } = args;
    const line = leftOutLine(plan);
    if (line !== null) void log.info(line, this);
    const access = accessCluster(name, args, this);
    const { provider, eks } = access;
    const here = { parent: this, providers: { kubernetes: provider } };

    const priorities = new PriorityClasses(`${name}-priorities`, { tags: plan.tags }, here);
    const monitors = this.#monitors(name, args, here);
    const nodes = this.#nodes(name, args, access, monitors);
    const first: Resource[] = [priorities, ...nodes];
    const namespaces = plan.kubernetes.namespaces.map((one) => {
      const own = namespaceFromPlan(one, plan, { ...args.namespaces, dependsOn: [priorities] });
      return new Namespace(one.name, own, here);
    });
    const addOns = new AddOns(
      `${name}-add-ons`,
      addOnsFromPlan(plan, aws, eks, { dependsOn: first, monitors, namespaces }),
      here,
    );
    const wiring = {
      ...args.services,
      ...(addOns.secretStore === null ? {} : { secretStore: addOns.secretStore }),
      ...(aws === undefined || eks === undefined ? {} : { accountId: aws.accountId, clusterName: eks.name }),
      dependsOn: [...namespaces, ...nodes, ...addOns.ready],
    };
    const ours = servicesLeftToPulumi(plan.services, plan.kubernetes.gitOps?.services ?? []);
    this.services = new Map(
      ours
        .filter(({ kubernetes }) => kubernetes !== null)
        .map((one) => [one.name, new KubernetesService(one.name, fromPlan(one, plan, wiring), here)]),
    );
    this.secretStore = addOns.secretStore;
    this.ready = [...first, ...addOns.ready];
    this.provider = provider;
    this.eks = eks;
    this.registerOutputs({ mode: plan.kubernetes.mode, services: [...this.services.keys()] });
  }

  /** Types alone, no pods: the one add-on that can come before there are nodes. */
  #monitors(name: string, { plan }: KubernetesArgs, here: ComponentResourceOptions): readonly Resource[] {
    if (!plan.kubernetes.addOns["prometheus-operator"].enabled) return [];
    const own = { kubernetesVersion: plan.kubernetes.version, tags: plan.tags };
    return new PrometheusOperator(`${name}-prometheus-operator`, own, here).crds;
  }

  #nodes(
    name: string,
    { plan, aws }: KubernetesArgs,
    { provider, eks }: ClusterAccess,
    after: readonly Resource[],
  ): readonly Resource[] {
    if (aws === undefined || eks === undefined || !plan.kubernetes.addOns.karpenter.enabled) return [];
    const { accountId, privateSubnetIds } = aws;
    const wiring = { accountId, privateSubnetIds, cluster: eks, kubernetesProvider: provider, after };
    return new Karpenter(`${name}-karpenter`, karpenterFromPlan(plan, wiring), { parent: this }).ready;
  }
}
