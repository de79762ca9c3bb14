import type { LimitRangeArgs } from "@pulumi/kubernetes/core/v1/limitRange.js";
import type { NamespaceArgs as NamespaceManifest } from "@pulumi/kubernetes/core/v1/namespace.js";
import type { ResourceQuotaArgs } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import { POD_SECURITY_LABELS } from "@pyairtable/kubernetes-facts";
import { cpuQuantity, memoryQuantity, objectLabels } from "../shared/index.ts";
import type { NamespaceRecord } from "./record.ts";

const POD_SECURITY = "restricted";

export function metadataIn(record: NamespaceRecord, name: string) {
  return { name, namespace: record.name, labels: labelsOf(record) };
}

/**
 * The namespace. The API server refuses pods that break `restricted`, at the rules of this very minor version: an
 * upgrade of the control plane tightens nothing by itself.
 */
export function namespaceManifest(record: NamespaceRecord) {
  const { enforce, enforceVersion, audit, warn } = POD_SECURITY_LABELS;
  return {
    metadata: {
      name: record.name,
      labels: {
        ...labelsOf(record),
        [enforce]: POD_SECURITY,
        [enforceVersion]: `v${record.kubernetesVersion}`,
        [audit]: POD_SECURITY,
        [warn]: POD_SECURITY,
      },
    },
  } satisfies NamespaceManifest;
}

/** The most its pods may ask for together. Load balancers and node ports cost money and open the network: none. */
export function quotaManifest(record: NamespaceRecord) {
  const { cpuMillicores, memoryMiB, pods } = record.quota;
  return {
    metadata: metadataIn(record, "platform"),
    spec: {
      hard: {
        "requests.cpu": cpuQuantity(cpuMillicores),
        "requests.memory": memoryQuantity(memoryMiB),
        "limits.memory": memoryQuantity(memoryMiB),
        pods: String(pods),
        "services.loadbalancers": "0",
        "services.nodeports": "0",
      },
    },
  } satisfies ResourceQuotaArgs;
}

/**
 * What a container gets that names nothing. No maximum of CPU: the API server would make it the limit of every
 * container that has none, and throttle it. The quota bounds requests of CPU instead.
 */
export function limitRangeManifest(record: NamespaceRecord) {
  const { defaultCpuMillicores, defaultMemoryMiB, maxMemoryMiB } = record.limitRange;
  const memory = memoryQuantity(defaultMemoryMiB);
  return {
    metadata: metadataIn(record, "platform"),
    spec: {
      limits: [
        {
          type: "Container",
          default: { memory },
          defaultRequest: { cpu: cpuQuantity(defaultCpuMillicores), memory },
          max: { memory: memoryQuantity(maxMemoryMiB) },
        },
      ],
    },
  } satisfies LimitRangeArgs;
}

function labelsOf({ name, tags, domain }: NamespaceRecord): Record<string, string> {
  return objectLabels({ name, tags, domain });
}
