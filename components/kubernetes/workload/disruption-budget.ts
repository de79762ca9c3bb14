import type { PodDisruptionBudgetArgs } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import { podLabels } from "../shared/index.ts";
import { metadataOf } from "./metadata.ts";
import type { WorkloadRecord } from "./record.ts";

/** PodDisruptionBudget; null where there is none. A pod that is not ready never holds a drain back. */
export function disruptionBudgetManifest(record: WorkloadRecord) {
  const { disruption, service } = record;
  if (disruption.kind === "none") return null;
  return {
    metadata: { ...metadataOf(record), annotations: { "pyairtable.io/why": disruption.why } },
    spec: {
      selector: { matchLabels: podLabels(service) },
      unhealthyPodEvictionPolicy: "AlwaysAllow",
      ...(disruption.kind === "min-available"
        ? { minAvailable: disruption.pods }
        : { maxUnavailable: disruption.pods }),
    },
  } satisfies PodDisruptionBudgetArgs;
}
