import { POD_SECURITY_LABELS } from "@pyairtable/kubernetes-facts";
import { resource } from "./build.ts";
import type { CapturedGraph } from "./captured.ts";
import { fixtureLabels } from "./fixture-labels.ts";

/** A namespace with its quota, limits, and the two policies every pod in it has. */
export function fixtureNamespace(namespace: string): CapturedGraph {
  const labels = fixtureLabels();
  const make = (type: string, name: string, props: Record<string, unknown>) =>
    resource(
      `kubernetes:${type}`,
      { ...props, metadata: { name, namespace, labels } },
      { name: `${namespace}-${name}` },
    );
  const dns = [
    { protocol: "UDP", port: 53 },
    { protocol: "TCP", port: 53 },
  ];
  const systemPods = {
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
    podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
  };
  return [
    resource(
      "kubernetes:core/v1:Namespace",
      {
        metadata: {
          name: namespace,
          labels: {
            ...labels,
            [POD_SECURITY_LABELS.enforce]: "restricted",
            [POD_SECURITY_LABELS.enforceVersion]: "v1.34",
          },
        },
      },
      { name: namespace },
    ),
    make("core/v1:ResourceQuota", "quota", {
      spec: { hard: { "requests.cpu": "8", "requests.memory": "16Gi", pods: "40" } },
    }),
    make("core/v1:LimitRange", "limits", {
      spec: {
        limits: [{ type: "Container", defaultRequest: { cpu: "100m", memory: "128Mi" }, max: { memory: "4Gi" } }],
      },
    }),
    make("networking.k8s.io/v1:NetworkPolicy", "default-deny", {
      spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
    }),
    make("networking.k8s.io/v1:NetworkPolicy", "dns", {
      spec: { podSelector: {}, policyTypes: ["Egress"], egress: [{ to: [systemPods], ports: dns }] },
    }),
  ];
}
