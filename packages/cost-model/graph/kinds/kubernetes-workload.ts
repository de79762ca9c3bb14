import { monitoringPodLines } from "../../monitoring-lines.ts";
import { podFactLines } from "../kubernetes/pod-facts.ts";
import { RELEASE, WORKLOADS } from "../kubernetes/types.ts";
import type { GraphKind } from "../types.ts";

/** Share of the nodes that Karpenter makes for a service, or for monitoring; nothing where the nodes are somebody else's. */
export const kubernetesWorkload: GraphKind = {
  types: [...WORKLOADS, RELEASE],
  price: ({ urn }, { book, pods, monitoringRequests, ownNodes }) => {
    if (!ownNodes) return [];
    const requests = monitoringRequests.get(urn);
    if (requests !== undefined) return monitoringPodLines(book, requests);
    const facts = pods.get(urn);
    return facts === undefined ? [] : podFactLines(book, facts);
  },
};
