import { HOURS_PER_MONTH } from "../../assumptions.ts";
import { costLine } from "../../line.ts";
import type { GraphKind } from "../types.ts";

/** The control plane in standard support; nodes are instances of their own. */
export const eksCluster: GraphKind = {
  types: ["aws:eks/cluster:Cluster"],
  price: (_, { book }) => [costLine(book, "eks.hour", "EKS control plane", HOURS_PER_MONTH)],
};
