import type { CustomObject } from "../shared/index.ts";
import { metadataOf, secretName } from "./metadata.ts";
import type { WorkloadRecord } from "./record.ts";

/** ExternalSecret that keeps the service's Secret; null where it has no secrets, or someone else keeps them. */
export function externalSecretManifest(record: WorkloadRecord): CustomObject | null {
  const { secrets, secretStore } = record.container;
  if (secrets.length === 0 || secretStore === null) return null;
  const name = secretName(record.service);
  return {
    apiVersion: "external-secrets.io/v1",
    kind: "ExternalSecret",
    metadata: metadataOf(record, name),
    spec: {
      refreshInterval: "1h",
      secretStoreRef: { kind: "ClusterSecretStore", name: secretStore },
      // Retained: a store that is away for an hour must not take the Secret from running pods.
      target: { name, creationPolicy: "Owner", deletionPolicy: "Retain" },
      data: secrets.map((secret) => ({ secretKey: secret.variable, remoteRef: { key: secret.secretName } })),
    },
  };
}
