import { keyOf } from "../read/kubernetes/metadata.ts";
import { isOpen, NETWORK_POLICY, passagesOf, showPorts } from "../read/kubernetes/network.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const k8sNoOpenIngressPolicy = resourceRule({
  id: "k8s-no-open-ingress-policy",
  title: "No network policy lets everyone in: each names the pods or addresses that may call.",
  severity: "high",
  remediation: "Name callers by namespace and pod labels; an empty `from` is everyone.",
  controls: ["cis-k8s:5.3.2", "nsa:network-separation"],
  config: { exempt: texts([], "Policies, as namespace/name, of pods that the control plane calls") },
  types: [NETWORK_POLICY],
  check(policy, { exempt }) {
    if (exempt.includes(keyOf(policy))) return notApplicable("exempt by the stack's limits");
    return passagesOf(policy.props.spec ?? { podSelector: {} })
      .filter((passage) => passage.direction === "Ingress" && isOpen(passage))
      .map(({ ports }): Finding => {
        const fix = "Name callers in `from`.";
        return { what: "ingress from anywhere", got: showPorts(ports), wanted: "named callers", fix };
      });
  },
});
