import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import { type Network, networkOf } from "@pyairtable/network-policy";
import { type RecordedResource, type Recording, resourcesOf } from "../../shared/test-mocks.ts";
import { K8S } from "./test-world.ts";

/** An endpoint of the control plane, its Service's address, one of a cloud's API, one of a node. */
export const ADDRESSES = {
  apiServer: { ip: "10.0.1.10" },
  apiService: { ip: "172.20.0.1" },
  cloud: { ip: "203.0.113.9" },
  node: { ip: "10.0.7.7" },
};

/**
 * The cluster an add-on is in: its pods by the names their labels carry, DNS, Prometheus, and a pod of a service. Pods
 * are written `namespace/name`.
 */
export function networkAround(
  recording: Pick<Recording<unknown>, "resources">,
  namespace: string,
  workloads: readonly string[],
): Network {
  const pod = (name: string, inNamespace: string, labels: Record<string, string>) => ({
    name,
    namespace: inNamespace,
    labels,
    ports: [],
  });
  return networkOf({
    namespaces: [namespace, "kube-system", "monitoring", "records"].map((name) => ({ name, labels: {} })),
    pods: [
      ...workloads.map((name) => pod(name, namespace, { [NAME_LABEL]: name })),
      pod("stray", namespace, { app: "left-behind" }),
      pod("dns", "kube-system", { "k8s-app": "kube-dns" }),
      pod("prometheus", "monitoring", {}),
      pod("service", "records", {}),
    ],
    policies: resourcesOf(recording, K8S.networkPolicy).map((policy: RecordedResource) => policy.inputs),
  });
}
