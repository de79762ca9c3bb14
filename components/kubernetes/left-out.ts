import type { Plan } from "@pyairtable/plan";

/** What mode `existing` leaves to the owner of the cluster, in one line; null where nothing is left out. */
export function leftOutLine({ kubernetes, services }: Pick<Plan, "kubernetes" | "services">): string | null {
  if (kubernetes.mode !== "existing") return null;
  const ingress = kubernetes.ingressClass === null && services.some(({ kubernetes: here, route }) => here && route);
  const parts = [
    "nodes and Karpenter",
    "AWS roles of pods",
    "managed add-ons",
    ...(ingress ? ["an Ingress for public services (no ingressClass)"] : []),
  ];
  return `kubernetes.mode is existing: left to the cluster's owner are ${parts.join(", ")}`;
}
