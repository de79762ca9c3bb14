import type { NamespaceArgs } from "@pulumi/kubernetes/core/v1/namespace.js";
import { POD_SECURITY_LABELS } from "@pyairtable/kubernetes-facts";
import { objectLabels } from "../../kubernetes/shared/index.ts";
import { NAMESPACE, NODE_NAMESPACE } from "./names.ts";
import type { KubernetesRecord } from "./record.ts";

/** The namespace of all but the node exporter; the API server refuses every pod in it that is not `restricted`. */
export function monitoringNamespace({ plan }: KubernetesRecord): NamespaceArgs {
  return namespaceOf(plan, NAMESPACE, "restricted");
}

/** Where node exporter may see the host, and nothing else runs. */
export function nodeNamespace({ plan, nodeExporter }: KubernetesRecord): NamespaceArgs {
  const args = namespaceOf(plan, NODE_NAMESPACE, "privileged");
  return { metadata: { ...args.metadata, annotations: { "pyairtable.io/why": nodeExporter?.why ?? "" } } };
}

function namespaceOf({ kubernetes, tags }: KubernetesRecord["plan"], name: string, level: "restricted" | "privileged") {
  return {
    metadata: {
      name,
      labels: {
        ...objectLabels({ name, tags }),
        [POD_SECURITY_LABELS.enforce]: level,
        [POD_SECURITY_LABELS.enforceVersion]: `v${kubernetes.version}`,
        [POD_SECURITY_LABELS.audit]: level,
        [POD_SECURITY_LABELS.warn]: level,
      },
    },
  };
}
