import { controlPlaneLine } from "../../kubernetes/cluster-lines.ts";
import { EKS_CLUSTER } from "../kubernetes/types.ts";
import type { GraphKind } from "../types.ts";

/** The control plane in standard support; its nodes, log group and key are resources of their own. */
export const eksCluster: GraphKind = {
  types: [EKS_CLUSTER],
  price: (_, { book }) => [controlPlaneLine(book)],
};
