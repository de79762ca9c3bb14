import { objectLabels } from "../shared/index.ts";
import type { WorkloadRecord } from "./record.ts";

/** Name of the container, and of its port in pod, Service and policies. */
export const PORT_NAME = "http";

/** Secret its pods read variables from. */
export function secretName(service: string): string {
  return `${service}-secrets`;
}

export function labelsOf({ service, tags, domain, tier }: WorkloadRecord): Record<string, string> {
  return objectLabels({ name: service, tags, domain, tier });
}

/** Name, namespace and labels of an object. The name is fixed: policies, dashboards and other teams go by it. */
export function metadataOf(
  record: WorkloadRecord,
  name = record.service,
): { name: string; namespace: string; labels: Record<string, string> } {
  return { name, namespace: record.namespace, labels: labelsOf(record) };
}
