import { MONITORING_NAMESPACE } from "@pyairtable/kubernetes-facts";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import { ingressAnnotationsOf, ingressSourceOf } from "./ingress-controller.ts";
import type { NetworkArgs, RouteArgs, StoreArgs } from "./network-args.ts";
import type { PlanWiring } from "./plan-wiring.ts";

const STORE_PORTS = { postgres: 5432, redis: 6379 } as const;
const HTTPS_PORT = 443;
const ANYWHERE = "0.0.0.0/0";

export function routeFromPlan({ route, healthPath }: ServicePlan, plan: Plan): RouteArgs | null {
  const { ingressClass } = plan.kubernetes;
  if (route === null || ingressClass === null) return null;
  const { domain, certificateArn } = plan.edge;
  const wish = {
    group: `${plan.project}-${plan.environment}`,
    order: route.priority,
    healthPath,
    certificateArn,
  };
  return { host: domain, paths: route.paths, ingressClass, annotations: ingressAnnotationsOf(ingressClass, wish) };
}

/** The edges of the plan as peers, and its data needs as addresses. */
export function networkFromPlan(service: ServicePlan, plan: Plan, wiring: PlanWiring): NetworkArgs {
  const here = plan.services.filter((other) => other.kubernetes !== null);
  const peer = (other: ServicePlan) => ({ service: other.name, namespace: other.kubernetes!.namespace });
  const { ingressClass, addOns } = plan.kubernetes;
  const why = service.internet ?? undefined;
  return {
    callers: here.filter((other) => other.calls.includes(service.name)).map(peer),
    callees: [
      ...here
        .filter((other) => service.calls.includes(other.name))
        .map((other) => ({ ...peer(other), port: other.port })),
      ...(wiring.collector === undefined ? [] : [wiring.collector]),
    ],
    ingressSource:
      wiring.ingressSource ?? (ingressClass === null ? null : ingressSourceOf(ingressClass, plan.network.cidr)),
    monitoringNamespace: addOns["prometheus-operator"].enabled
      ? (wiring.monitoringNamespace ?? MONITORING_NAMESPACE)
      : null,
    stores: storesOf(service, plan, wiring.storeCidrs ?? [plan.network.cidr]),
    internet: why === undefined ? null : { why },
    nodeLocalDnsCidr: wiring.nodeLocalDnsCidr ?? null,
  };
}

/**
 * Databases and caches stand in the plan's network. AWS's own APIs have public addresses, too many for a policy, unless
 * an interface endpoint brings them into the network; S3 has public ones even behind its gateway endpoint.
 */
function storesOf({ data }: ServicePlan, plan: Plan, cidrs: readonly string[]): StoreArgs[] {
  const kinds = new Set(data.map(({ kind }) => kind));
  const stores: StoreArgs[] = [];
  for (const [name, port] of Object.entries(STORE_PORTS))
    if (kinds.has(name as keyof typeof STORE_PORTS)) stores.push({ name, port, cidrs });
  if (kinds.has("bucket")) stores.push({ name: "s3", port: HTTPS_PORT, cidrs: [ANYWHERE] });
  else if (kinds.has("queue")) {
    const inside = plan.kubernetes.mode === "eks" && plan.network.interfaceEndpoints.includes("sqs");
    stores.push({ name: "sqs", port: HTTPS_PORT, cidrs: inside ? [plan.network.cidr] : [ANYWHERE] });
  }
  return stores;
}
