import { contractJsonSchema, type JsonSchema } from "../json-schema.ts";
import { kubernetesSchema } from "./contract.ts";
import { KUBERNETES_CONTRACT_VERSION } from "./version.ts";

/** The Kubernetes contract as JSON schema 2020-12, for readers in other languages. */
export function kubernetesJsonSchema(): JsonSchema {
  return contractJsonSchema(kubernetesSchema, {
    id: `urn:pyairtable:kubernetes:${KUBERNETES_CONTRACT_VERSION}`,
    source: "kubernetes/contract.ts",
    title: "Kubernetes outputs of the PyAirtable platform",
  });
}
