import type { PropsOf } from "../../resource-types.ts";

export const NODE_POOL = "kubernetes:karpenter.sh/v1:NodePool";
export const NODE_CLASS = "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass";

/** Values of a node label that a pool may have; undefined where it says nothing of the label. */
export function valuesOf({ spec }: PropsOf<typeof NODE_POOL>, label: string): readonly string[] | undefined {
  const requirement = (spec?.template?.spec?.requirements ?? []).find(
    ({ key, operator }) => key === label && operator === "In",
  );
  return requirement?.values;
}

/** Capacity types of a pool; Karpenter's default is on demand. */
export function capacityTypesOf(pool: PropsOf<typeof NODE_POOL>): readonly string[] {
  return valuesOf(pool, "karpenter.sh/capacity-type") ?? ["on-demand"];
}
