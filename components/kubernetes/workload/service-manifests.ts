import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import type { ServiceAccountArgs } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { podLabels } from "../shared/index.ts";
import { metadataOf, PORT_NAME } from "./metadata.ts";
import type { WorkloadRecord } from "./record.ts";

/** An identity of its own, without a token: no service talks to the API server. */
export function serviceAccountManifest(record: WorkloadRecord) {
  return { metadata: metadataOf(record), automountServiceAccountToken: false } satisfies ServiceAccountArgs;
}

/** Inside the cluster only, at the port its callers are told. */
export function serviceManifest(record: WorkloadRecord) {
  const asleep = record.autoscaler.minReplicas === 0;
  return {
    metadata: {
      ...metadataOf(record),
      // Pulumi waits for endpoints, and at night there are none.
      ...(asleep ? { annotations: { "pulumi.com/skipAwait": "true" } } : {}),
    },
    spec: {
      type: "ClusterIP",
      selector: podLabels(record.service),
      ports: [
        {
          name: PORT_NAME,
          port: record.container.port,
          targetPort: PORT_NAME,
          protocol: "TCP",
          appProtocol: "http",
        },
      ],
    },
  } satisfies ServiceArgs;
}
