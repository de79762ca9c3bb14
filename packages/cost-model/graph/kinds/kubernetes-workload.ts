import { podFactLines } from "../kubernetes/pod-facts.ts";
import { WORKLOADS } from "../kubernetes/types.ts";
import type { GraphKind } from "../types.ts";

/** A service's share of the nodes that Karpenter makes for it; nothing where the nodes are somebody else's. */
export const kubernetesWorkload: GraphKind = {
  types: WORKLOADS,
  price: ({ urn }, { book, pods, ownNodes }) => {
    const facts = pods.get(urn);
    return facts === undefined || !ownNodes ? [] : podFactLines(book, facts);
  },
};
