import type { Plan } from "@pyairtable/plan";
import { namespaceFromPlan, namespaceNetworkPolicies } from "../namespaces/index.ts";
import { fromPlan } from "./from-plan.ts";
import { networkPolicyManifest } from "./network-policy.ts";
import { normalise } from "./normalise.ts";
import type { PlanWiring } from "./plan-wiring.ts";

/** A NetworkPolicy as the API server would hold it. */
export interface NetworkPolicyObject {
  readonly apiVersion: "networking.k8s.io/v1";
  readonly kind: "NetworkPolicy";
  readonly metadata: { readonly name: string; readonly namespace: string; readonly labels: Record<string, string> };
  readonly spec: object;
}

/** Every policy of the plan's namespaces and services, plain: to be read, simulated and compared without a cluster. */
export function networkPoliciesOf(plan: Plan, wiring: PlanWiring = {}): NetworkPolicyObject[] {
  const local = wiring.nodeLocalDnsCidr === undefined ? {} : { nodeLocalDnsCidr: wiring.nodeLocalDnsCidr };
  const ofNamespaces = plan.kubernetes.namespaces.flatMap((namespace) =>
    namespaceNetworkPolicies(namespaceFromPlan(namespace, plan, local)),
  );
  const ofServices = plan.services
    .filter(({ kubernetes }) => kubernetes !== null)
    .map((service) => networkPolicyManifest(normalise(fromPlan(service, plan, wiring))));
  return [...ofNamespaces, ...ofServices].map((manifest) => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    ...manifest,
  }));
}
