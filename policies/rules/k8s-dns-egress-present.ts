import { KUBERNETES_PROVIDER } from "../read/kubernetes/metadata.ts";
import { type Passage, passagesOf, policiesOver } from "../read/kubernetes/network.ts";
import { workloadsOf } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const k8sDnsEgressPresent = stackRule({
  id: "k8s-dns-egress-present",
  title: "Where egress is closed, DNS is open by UDP and TCP: else every name fails and nothing says why.",
  severity: "high",
  remediation: "Let the namespace's pods reach port 53 of the cluster's DNS, in a rule of its own.",
  controls: ["wa:reliability"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    for (const workload of workloadsOf(graph)) {
      const policies = policiesOver(graph, workload, "Egress");
      if (policies.length === 0 || workload.pod.hostNetwork === true) continue;
      const passages = policies.flatMap(passagesOf).filter(({ direction }) => direction === "Egress");
      const missing = ["UDP", "TCP"].filter((protocol) => !passages.some((passage) => passesDns(passage, protocol)));
      if (missing.length === 0) continue;
      const fix = "Allow egress to port 53 of kube-system's DNS pods.";
      yield { at: workload, what: "DNS closed by", got: missing, wanted: "open by UDP and TCP", fix };
    }
  },
});

function passesDns({ ports }: Passage, wanted: string): boolean {
  if (ports.length === 0) return true;
  return ports.some(({ protocol = "TCP", port, endPort }) => {
    if (protocol !== wanted) return false;
    if (typeof port === "string") return port === (wanted === "UDP" ? "dns" : "dns-tcp");
    return port === undefined || port === 53 || (port < 53 && (endPort ?? port) >= 53);
  });
}
