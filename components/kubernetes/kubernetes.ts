import type { Provider } from "@pulumi/kubernetes/provider.js";
import { ComponentResource, type ComponentResourceOptions, log, type Resource } from "@pulumi/pulumi";
import type { KubernetesArgs } from "./args.ts";
import { accessCluster } from "./cluster.ts";
import { type EksCluster, Karpenter, karpenterFromPlan } from "./eks/index.ts";
import { leftOutLine } from "./left-out.ts";
import { Namespace, namespaceFromPlan, PriorityClasses } from "./namespaces/index.ts";
import { fromPlan, KubernetesService } from "./workload/index.ts";

/**
 * The Kubernetes half of the platform: cluster or the way to one, priority classes, add-ons, namespaces, services. The
 * plan's mode decides; a plan whose mode is `off` is our bug. Deleted in the opposite order: pods before the nodes.
 */
export class Kubernetes extends ComponentResource {
  readonly provider: Provider;
  /** Undefined in mode `existing`. */
  readonly eks: EksCluster | undefined;
  /** By catalog name. */
  readonly services: ReadonlyMap<string, KubernetesService>;

  constructor(name: string, args: KubernetesArgs, opts?: ComponentResourceOptions) {
    super("pyairtable:kubernetes:Kubernetes", name, {}, opts);
    const { plan, aws } = args;
    const line = leftOutLine(plan);
    if (line !== null) void log.info(line, this);
    const { provider, eks } = accessCluster(name, args, this);
    const here = { parent: this, providers: { kubernetes: provider } };

    const priorities = new PriorityClasses(`${name}-priorities`, { tags: plan.tags }, here);
    const nodes = this.#nodes(name, args, provider, eks);
    const first: Resource[] = [priorities, ...nodes];
    const namespaces = new Map(
      plan.kubernetes.namespaces.map((one) => [
        one.name,
        new Namespace(one.name, namespaceFromPlan(one, plan, { ...args.namespaces, dependsOn: first }), here),
      ]),
    );
    const wiring = {
      ...args.services,
      ...(aws === undefined || eks === undefined ? {} : { accountId: aws.accountId, clusterName: eks.name }),
    };
    this.services = new Map(
      plan.services.flatMap((service) => {
        if (service.kubernetes === null) return [];
        const dependsOn = [namespaces.get(service.kubernetes.namespace) as Namespace];
        return [
          [service.name, new KubernetesService(service.name, fromPlan(service, plan, { ...wiring, dependsOn }), here)],
        ] as const;
      }),
    );
    this.provider = provider;
    this.eks = eks;
    this.registerOutputs({ mode: plan.kubernetes.mode, services: [...this.services.keys()] });
  }

  #nodes(
    name: string,
    { plan, aws }: KubernetesArgs,
    kubernetesProvider: Provider,
    cluster: EksCluster | undefined,
  ): readonly Resource[] {
    if (aws === undefined || cluster === undefined || !plan.kubernetes.addOns.karpenter.enabled) return [];
    const wiring = { accountId: aws.accountId, privateSubnetIds: aws.privateSubnetIds, cluster, kubernetesProvider };
    return new Karpenter(`${name}-karpenter`, karpenterFromPlan(plan, wiring), { parent: this }).ready;
  }
}
