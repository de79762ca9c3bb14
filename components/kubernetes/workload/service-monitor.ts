import { COST_LABELS, TIER_LABEL } from "@pyairtable/kubernetes-facts";
import { type CustomObject, podLabels } from "../shared/index.ts";
import { metadataOf, PORT_NAME } from "./metadata.ts";
import type { WorkloadRecord } from "./record.ts";

/** ServiceMonitor; null where nothing scrapes. Its series carry who owns the service and how much it matters. */
export function serviceMonitorManifest(record: WorkloadRecord): CustomObject | null {
  if (record.metrics === null) return null;
  const { path, intervalSeconds } = record.metrics;
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "ServiceMonitor",
    metadata: metadataOf(record),
    spec: {
      selector: { matchLabels: podLabels(record.service) },
      targetLabels: [COST_LABELS.Service, COST_LABELS.Owner, TIER_LABEL],
      endpoints: [{ port: PORT_NAME, path, interval: `${intervalSeconds}s`, scrapeTimeout: "10s" }],
    },
  };
}
