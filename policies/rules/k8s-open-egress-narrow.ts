import { keyOf } from "../read/kubernetes/metadata.ts";
import { isOpen, NETWORK_POLICY, type Port, passagesOf, showPorts } from "../read/kubernetes/network.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const k8sOpenEgressNarrow = resourceRule({
  id: "k8s-open-egress-narrow",
  title: "What may go to any address goes by TCP to few ports, such as 443: no shell, no mail, no mining pool.",
  severity: "medium",
  remediation: "Name the addresses, or the ports under `ports` of the stack's limits file.",
  controls: ["nsa:network-separation", "wa:security"],
  config: {
    ports: texts(["443"], "TCP ports at any address"),
    exempt: texts([], "Policies, as namespace/name, that may use others"),
  },
  types: [NETWORK_POLICY],
  check(policy, { ports: accepted, exempt }) {
    if (exempt.includes(keyOf(policy))) return notApplicable("exempt by the stack's limits");
    const narrow = ({ protocol = "TCP", port, endPort }: Port) => {
      return protocol === "TCP" && endPort === undefined && accepted.includes(String(port));
    };
    return passagesOf(policy.props.spec ?? { podSelector: {} })
      .filter((passage) => passage.direction === "Egress" && isOpen(passage))
      .filter(({ ports }) => ports.length === 0 || !ports.every(narrow))
      .map(({ ports }): Finding => {
        const fix = "Name addresses, or fewer ports.";
        return { what: "egress to any address", got: showPorts(ports), wanted: `TCP ${accepted.join(", ")}`, fix };
      });
  },
});
