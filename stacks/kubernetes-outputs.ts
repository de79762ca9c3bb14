import { pricePlan } from "@pyairtable/cost-model";
import { type KubernetesOutputValues, kubernetesOutputs } from "@pyairtable/outputs";
import type { Plan } from "@pyairtable/plan";
import { availabilityOf } from "@pyairtable/spot-risk";
import { addOnVersions, type Kubernetes } from "../components/kubernetes/index.ts";

/** The `kubernetes` output: what the plan says, priced and judged, with what the cluster knows of itself. */
export function kubernetesOutputsOf(plan: Plan, { eks }: Kubernetes): KubernetesOutputValues {
  return kubernetesOutputs({
    plan,
    eks: eks === undefined ? null : { name: eks.name, endpoint: eks.endpoint, oidcIssuerUrl: null },
    addOns: addOnVersions(),
    cost: pricePlan(plan),
    availability: availabilityOf(plan).services,
  });
}
