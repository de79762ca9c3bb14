import { pricePlan } from "@pyairtable/cost-model";
import { type KubernetesOutputValues, kubernetesOutputs } from "@pyairtable/outputs";
import type { Plan } from "@pyairtable/plan";
import { availabilityOf } from "@pyairtable/spot-risk";
import { addOnVersions, type Kubernetes } from "../components/kubernetes/index.ts";
import type { Doors } from "../components/monitoring/index.ts";

/** The `kubernetes` output: what the plan says, priced and judged, with what the cluster knows of itself. */
export function kubernetesOutputsOf(plan: Plan, { eks }: Kubernetes, doors: Doors): KubernetesOutputValues {
  const cost = pricePlan(plan);
  return kubernetesOutputs({
    plan,
    eks: eks === undefined ? null : { name: eks.name, endpoint: eks.endpoint, oidcIssuerUrl: null },
    addOns: addOnVersions(),
    monitoring: { monthlyUsd: cost.shared.monitoring.plannedUsd, doors, alarmTopicArn: null },
    cost,
    availability: availabilityOf(plan).services,
  });
}
