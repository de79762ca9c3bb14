import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";
import type { AddOnsArgs } from "./add-ons-args.ts";
import { type AddOnsRecord, normaliseAddOns } from "./add-ons-normalise.ts";
import { ArgoCd } from "./argo-cd/argo-cd.ts";
import { ExternalSecrets } from "./external-secrets/external-secrets.ts";
import { Keda } from "./keda/keda.ts";
import { MetricsServer } from "./metrics-server/metrics-server.ts";
import { NetworkPolicyBaseline } from "./network-policy-baseline/network-policy-baseline.ts";
import { PrometheusOperator } from "./prometheus-operator/prometheus-operator.ts";
import { VerticalPodAutoscaler } from "./vertical-pod-autoscaler/vertical-pod-autoscaler.ts";

/**
 * The add-ons that the plan has on, in the one order that works: types of monitors first, since every other add-on may
 * have a monitor; metrics before what reads them; Argo CD last, since what it deploys is made of the others' types.
 */
export class AddOns extends ComponentResource {
  /** What a service's objects depend on: types, and whatever answers for them. */
  readonly ready: readonly Resource[];
  /** Name of the ClusterSecretStore, plain; null where none was made. */
  readonly secretStore: string | null;
  /** Services that Argo CD owns, plain and sorted: nobody else may make them. */
  readonly gitOpsServices: readonly string[];

  constructor(name: string, args: AddOnsArgs, opts?: ComponentResourceOptions) {
    const record = normaliseAddOns(args);
    super("pyairtable:kubernetes:AddOns", name, {}, opts);
    const made = new Made(name, args, record, this);
    const monitors = made.prometheusOperator();
    const metrics = made.metricsServer(monitors);
    const types = [...monitors, ...metrics];
    const vertical = made.verticalPodAutoscaler(types);
    const horizontal = made.keda(types);
    const secrets = made.externalSecrets(monitors);
    this.secretStore = secrets?.storeName ?? null;
    this.ready = [...types, ...vertical, ...horizontal, ...(secrets?.crds ?? [])];
    this.gitOpsServices = made.argoCd(this.ready);
    made.networkPolicyBaseline();
    this.registerOutputs({ secretStore: this.secretStore, gitOpsServices: this.gitOpsServices });
  }
}

/** Each add-on where it is on, after what it needs. */
class Made {
  readonly #name: string;
  readonly #args: AddOnsArgs;
  readonly #record: AddOnsRecord;
  readonly #opts: ComponentResourceOptions;

  constructor(name: string, args: AddOnsArgs, record: AddOnsRecord, parent: AddOns) {
    this.#name = name;
    this.#args = args;
    this.#record = record;
    this.#opts = { parent };
  }

  prometheusOperator(): readonly Resource[] {
    const { kubernetesVersion, tags } = this.#record.common;
    const own = { kubernetesVersion, tags, ...this.#args.prometheusOperator, wiring: this.#after() };
    if (!this.#record.on.has("prometheus-operator")) return [];
    if (this.#args.wiring?.monitors !== undefined) return this.#args.wiring.monitors;
    return new PrometheusOperator(`${this.#name}-prometheus-operator`, own, this.#opts).crds;
  }

  metricsServer(after: readonly Resource[]): readonly Resource[] {
    if (!this.#record.on.has("metrics-server")) return [];
    const { plan, cluster } = this.#args;
    const managed = plan.kubernetes.mode === "eks" && cluster !== undefined;
    const install = managed
      ? ({ kind: "eks-add-on", clusterName: cluster.clusterName } as const)
      : ({ kind: "manifests" } as const);
    const args = { ...this.#record.common, install, ...this.#args.metricsServer, wiring: this.#after(after) };
    return new MetricsServer(`${this.#name}-metrics-server`, args, this.#opts).ready;
  }

  verticalPodAutoscaler(after: readonly Resource[]): readonly Resource[] {
    if (!this.#record.on.has("vertical-pod-autoscaler")) return [];
    const args = { ...this.#record.common, ...this.#args.verticalPodAutoscaler, wiring: this.#after(after) };
    return new VerticalPodAutoscaler(`${this.#name}-vpa`, args, this.#opts).crds;
  }

  keda(after: readonly Resource[]): readonly Resource[] {
    if (!this.#record.on.has("keda")) return [];
    const { common, kedaIdentity: identity } = this.#record;
    const args = { ...common, identity, ...this.#args.keda, wiring: this.#after(after) };
    return new Keda(`${this.#name}-keda`, args, this.#opts).crds;
  }

  externalSecrets(after: readonly Resource[]): ExternalSecrets | null {
    if (!this.#record.on.has("external-secrets")) return null;
    const { common, store } = this.#record;
    const args = { ...common, store, ...this.#args.externalSecrets, wiring: this.#after(after) };
    return new ExternalSecrets(`${this.#name}-external-secrets`, args, this.#opts);
  }

  argoCd(after: readonly Resource[]): readonly string[] {
    const { argoCd, wiring } = this.#args;
    if (!this.#record.on.has("argo-cd") || argoCd === undefined) return [];
    const first = this.#after([...after, ...(wiring?.namespaces ?? [])]);
    const args = { ...this.#record.common, ...argoCd, wiring: first };
    return new ArgoCd(`${this.#name}-argo-cd`, args, this.#opts).services;
  }

  networkPolicyBaseline(): void {
    if (!this.#record.on.has("network-policy-baseline")) return;
    const { kubernetesVersion, tags } = this.#record.common;
    // A cluster that others share may run theirs in `default`.
    const namespaces = this.#args.plan.kubernetes.mode === "eks" ? ["default"] : [];
    const own = { kubernetesVersion, tags, namespaces, ...this.#args.networkPolicyBaseline, wiring: this.#after() };
    new NetworkPolicyBaseline(`${this.#name}-network-policies`, own, this.#opts);
  }

  #after(others: readonly Resource[] = []): { readonly dependsOn: readonly Resource[] } {
    return { dependsOn: [...(this.#args.wiring?.dependsOn ?? []), ...others] };
  }
}
