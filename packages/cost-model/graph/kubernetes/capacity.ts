import { ARCHITECTURE_LABEL } from "@pyairtable/kubernetes-facts";
import type { Architecture, PodCapacity } from "@pyairtable/plan";
import { listAt, textAt, valueAt } from "../read-props.ts";

/** Labels by which nodes of EKS say whether they are Spot: those of Karpenter's pools and capacity types, of managed groups. */
const CAPACITY_LABELS = [
  "karpenter.sh/nodepool",
  "karpenter.sh/capacity-type",
  "eks.amazonaws.com/capacityType",
] as const;

/** Which nodes a pod takes, by its spec; on demand where it says nothing, which is the dear case. */
export function capacityOf(pod: unknown): PodCapacity["kind"] {
  const spread = (listAt(pod, "topologySpreadConstraints") ?? []).some((one) =>
    CAPACITY_LABELS.some((label) => textAt(one, "topologyKey") === label),
  );
  if (spread) return "spread";
  const must = CAPACITY_LABELS.flatMap((label) => required(pod, label));
  const may = must.length > 0 ? must : CAPACITY_LABELS.flatMap((label) => preferred(pod, label));
  return may.length > 0 && may.every((value) => value.toLowerCase() === "spot") ? "spot" : "on-demand";
}

/** Of the nodes it asks for; x86 where it says nothing, which is the dear case. */
export function architectureOf(pod: unknown): Architecture {
  const values = required(pod, ARCHITECTURE_LABEL);
  return values.length > 0 && values.every((value) => value === "arm64") ? "arm64" : "x86_64";
}

function required(pod: unknown, label: string): string[] {
  const selected = textAt(pod, "nodeSelector", label);
  if (selected !== null) return [selected];
  const path = ["affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"];
  return (listAt(pod, ...path) ?? []).flatMap((term) => valuesOf(term, label));
}

function preferred(pod: unknown, label: string): string[] {
  const path = ["affinity", "nodeAffinity", "preferredDuringSchedulingIgnoredDuringExecution"];
  return (listAt(pod, ...path) ?? []).flatMap((one) => valuesOf(valueAt(one, "preference"), label));
}

function valuesOf(term: unknown, label: string): string[] {
  return (listAt(term, "matchExpressions") ?? [])
    .filter((one) => textAt(one, "key") === label && textAt(one, "operator") === "In")
    .flatMap((one) => (listAt(one, "values") ?? []).filter((value) => typeof value === "string"));
}
