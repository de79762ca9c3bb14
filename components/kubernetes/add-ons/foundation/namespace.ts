import type { NamespaceArgs } from "@pulumi/kubernetes/core/v1/namespace.js";
import { POD_SECURITY_LABELS } from "@pyairtable/kubernetes-facts";
import type { AddOnRecord } from "../common-args.ts";
import type { LocalAddOnName } from "../versions.ts";
import { objectLabels } from "./labels.ts";

/** The add-on's namespace, in which the API server refuses every pod that is not `restricted`. */
export function namespaceArgs(addOn: LocalAddOnName, record: AddOnRecord): NamespaceArgs {
  const version = `v${record.kubernetesVersion}`;
  return {
    metadata: {
      name: record.namespace,
      labels: {
        ...objectLabels(addOn, record),
        [POD_SECURITY_LABELS.enforce]: "restricted",
        [POD_SECURITY_LABELS.enforceVersion]: version,
        [POD_SECURITY_LABELS.audit]: "restricted",
        [POD_SECURITY_LABELS.warn]: "restricted",
      },
    },
  };
}
