import type { Input } from "@pulumi/pulumi";
import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import type { AddOnName, KubernetesMode, Plan, ServiceOnKubernetes, ServicePlan } from "@pyairtable/plan";
import { spotShareOfService } from "@pyairtable/spot-risk";
import { type MonitoringOutputSource, type MonitoringOutputValues, monitoringOutputs } from "../monitoring-outputs.ts";
import type { Wired } from "../platform-outputs.ts";
import {
  availabilitySummary,
  type CostSource,
  costSummary,
  entryOf,
  plainService,
  round,
  type SpotVerdict,
} from "../summaries.ts";
import type { KubernetesOutputs } from "./contract.ts";
import type { KubernetesServiceOutputs } from "./contract-service.ts";
import { type GitOpsAddOn, gitOpsMetadata } from "./gitops.ts";
import { KUBERNETES_CONTRACT_NAME, KUBERNETES_CONTRACT_VERSION } from "./version.ts";

/** What the program gives: the plan decides the plain part, the resources the wired part. */
export interface KubernetesOutputSource {
  readonly plan: Plan;
  /** Of the EKS cluster; null where the cluster is not ours. */
  readonly eks: Wired<{
    readonly name: string;
    readonly endpoint: string;
    readonly oidcIssuerUrl: string | null;
  }> | null;
  /** Upstream's version and the namespace of what is installed. */
  readonly addOns: Readonly<Record<AddOnName, GitOpsAddOn>>;
  /** More annotations for Argo CD's cluster Secret, such as role ARNs; snake case. */
  readonly annotations?: Readonly<Record<string, Input<string>>>;
  /** Takes `pricePlan`'s answer. */
  readonly cost: CostSource & {
    readonly shadowUsd: number;
    readonly services: Readonly<Record<string, CostSource & { readonly shadowUsd: number }>>;
    /** Parts nobody owns; those named `kubernetes…` are the cluster's. */
    readonly shared: Readonly<Record<string, { readonly plannedUsd: number }>>;
  };
  readonly monitoring: MonitoringOutputSource;
  /** By service, under loss of Spot. */
  readonly availability: Readonly<Record<string, SpotVerdict>>;
}

/** The `kubernetes` output before the engine resolves it; the same shape as `KubernetesOutputs`. */
export interface KubernetesOutputValues extends Omit<KubernetesOutputs, "cluster" | "gitops" | "monitoring"> {
  readonly monitoring: MonitoringOutputValues;
  readonly cluster: Wired<KubernetesOutputs["cluster"]>;
  readonly gitops: {
    readonly labels: Readonly<Record<string, Input<string>>>;
    readonly annotations: Readonly<Record<string, Input<string>>>;
  };
}

/** Builds the value of `export const kubernetes`. A plan whose mode is `off` is a bug of ours: plain `Error`. */
export function kubernetesOutputs(source: KubernetesOutputSource): KubernetesOutputValues {
  const { plan, eks, cost } = source;
  const { context, version, namespaces } = plan.kubernetes;
  const services = plan.services.flatMap((service) =>
    service.kubernetes === null ? [] : [[service, service.kubernetes] as const],
  );
  const addOns = addOnsOf(source);
  return {
    contract: { name: KUBERNETES_CONTRACT_NAME, version: KUBERNETES_CONTRACT_VERSION },
    environment: plan.environment,
    mode: modeOf(plan.kubernetes.mode),
    cluster: {
      name: eks?.name ?? null,
      region: eks === null ? null : plan.region,
      endpoint: eks?.endpoint ?? null,
      oidcIssuerUrl: eks?.oidcIssuerUrl ?? null,
      context,
      version,
    },
    namespaces: Object.fromEntries(
      namespaces.map(({ name, domain, owners }) => [name, { domain, owners: [...owners] }]),
    ),
    services: Object.fromEntries(
      services.map(([service, pods]) => [service.name, serviceValues(service, pods, source)]),
    ),
    addOns,
    gitops: gitOpsMetadata(plan, eks?.name ?? null, addOns, source.annotations ?? {}),
    monitoring: monitoringOutputs(plan, source.monitoring),
    cost: {
      ...costSummary(plan, cost),
      clusterUsd: clusterUsd(cost.shared),
      shadowUsd: round(cost.shadowUsd, 2),
    },
    availability: availabilitySummary(
      services.map(([service]) => service),
      (name) => of(source.availability, name, "an availability"),
    ),
  };
}

function serviceValues(
  service: ServicePlan,
  pods: ServiceOnKubernetes,
  { plan, cost, availability }: KubernetesOutputSource,
): KubernetesServiceOutputs {
  const { name, port, route } = service;
  const price = of(cost.services, name, "a cost");
  const isPublic = route !== null && plan.kubernetes.ingressClass !== null;
  return {
    namespace: pods.namespace,
    dnsName: pods.dnsName,
    url: isPublic ? `https://${plan.edge.domain}` : `http://${pods.dnsName}:${port}`,
    serviceAccount: name,
    selectorLabels: { [NAME_LABEL]: name },
    ...plainService(service, price, of(availability, name, "an availability"), spotShareOfService(service)),
    shadowUsd: round(price.shadowUsd, 2),
  };
}

function addOnsOf({ plan, addOns }: KubernetesOutputSource): KubernetesOutputs["addOns"] {
  return Object.fromEntries(
    Object.entries(plan.kubernetes.addOns).map(([name, { enabled }]) => {
      const { version, namespace } = addOns[name as AddOnName];
      return [name, enabled ? { enabled, version, namespace } : { enabled, version: null, namespace: null }];
    }),
  );
}

function modeOf(mode: KubernetesMode): KubernetesOutputs["mode"] {
  if (mode === "off") throw new Error("kubernetesOutputs: the plan's kubernetes.mode is off");
  return mode;
}

function clusterUsd(shared: KubernetesOutputSource["cost"]["shared"]): number {
  const parts = Object.entries(shared).filter(([part]) => part.startsWith("kubernetes"));
  return round(
    parts.reduce((sum, [, { plannedUsd }]) => sum + plannedUsd, 0),
    2,
  );
}

function of<T>(record: Readonly<Record<string, T>>, name: string, what: string): T {
  return entryOf(record, name, what, "kubernetesOutputs");
}
