import { ZONE_LABEL } from "@pyairtable/kubernetes-facts";
import { podLabels } from "../shared/index.ts";
import type { WorkloadRecord } from "./record.ts";

/**
 * How even the pods of one version are held. Only nodes that a pod could take count (`Honor`): an ARM pod is not
 * measured against x86 nodes, nor against tainted ones, so a zone whose nodes are lost stops counting. The template's
 * hash keeps old pods of a rolling update out of the count.
 */
export function topologySpreadOf({ service, placement }: WorkloadRecord) {
  const { capacity, zones } = placement;
  const even = (topologyKey: string, minDomains: number | null) => ({
    topologyKey,
    maxSkew: 1,
    whenUnsatisfiable: "DoNotSchedule",
    ...(minDomains === null ? {} : { minDomains }),
    nodeAffinityPolicy: "Honor",
    nodeTaintsPolicy: "Honor",
    labelSelector: { matchLabels: podLabels(service) },
    matchLabelKeys: ["pod-template-hash"],
  });
  // Without a minimum the first node to come up would be the only domain and take every pod. As many as are left when
  // one zone is lost, not all: else its pods could not move to the others.
  const zone = even(ZONE_LABEL, zones.required && zones.count > 2 ? zones.count - 1 : null);
  const spread = [zones.required ? zone : { ...zone, whenUnsatisfiable: "ScheduleAnyway" }];
  if (capacity.kind === "spread" && capacity.label !== null)
    spread.push(even(capacity.label.key, capacity.bothExist ? 2 : null));
  return spread;
}
