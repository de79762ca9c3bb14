import type { CostTags } from "@pyairtable/plan";

/** Prefix of the platform's own labels. */
export const LABEL_PREFIX = "pyairtable.io";

/** Label of each cost tag: the same words, spelled as Kubernetes spells labels. */
export const COST_LABELS = {
  Project: `${LABEL_PREFIX}/project`,
  Environment: `${LABEL_PREFIX}/environment`,
  Service: `${LABEL_PREFIX}/service`,
  Owner: `${LABEL_PREFIX}/owner`,
  CostCenter: `${LABEL_PREFIX}/cost-center`,
  ManagedBy: "app.kubernetes.io/managed-by",
} as const satisfies Record<keyof CostTags, string>;

export const TIER_LABEL = `${LABEL_PREFIX}/tier`;
export const DOMAIN_LABEL = `${LABEL_PREFIX}/domain`;
/** Selects a service's pods, in Services, budgets and network policies. */
export const NAME_LABEL = "app.kubernetes.io/name";
export const PART_OF_LABEL = "app.kubernetes.io/part-of";
/** Set by the API server on every namespace. */
export const NAMESPACE_LABEL = "kubernetes.io/metadata.name";

export const ZONE_LABEL = "topology.kubernetes.io/zone";
export const HOST_LABEL = "kubernetes.io/hostname";
export const ARCHITECTURE_LABEL = "kubernetes.io/arch";

/** The six cost tags as labels. Tag values that no label may hold have been refused before. */
export function costLabels(tags: CostTags): Record<string, string> {
  return Object.fromEntries(Object.entries(COST_LABELS).map(([tag, label]) => [label, tags[tag as keyof CostTags]]));
}
