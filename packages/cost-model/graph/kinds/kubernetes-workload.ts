import { isMonitoring, monitoringPodLines, requestsOf } from "../kubernetes/monitoring-pods.ts";
import { podFactLines } from "../kubernetes/pod-facts.ts";
import { RELEASE, WORKLOADS } from "../kubernetes/types.ts";
import type { GraphKind } from "../types.ts";

/** Share of the nodes that Karpenter makes for a service, or for monitoring; nothing where the nodes are somebody else's. */
export const kubernetesWorkload: GraphKind = {
  types: [...WORKLOADS, RELEASE],
  price: (resource, { book, pods, ownNodes }) => {
    if (isMonitoring(resource)) return ownNodes ? monitoringPodLines(book, requestsOf(resource)) : [];
    const facts = pods.get(resource.urn);
    return facts === undefined || !ownNodes ? [] : podFactLines(book, facts);
  },
};
