import { EKS_ADD_ON, EKS_CLUSTER } from "../read/eks.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const eksNetworkPolicyOn = stackRule({
  id: "eks-network-policy-on",
  title: "The cluster enforces network policies: without the plugin's switch it accepts them and does nothing.",
  severity: "critical",
  remediation: 'Set configurationValues of vpc-cni to {"enableNetworkPolicy":"true"}.',
  controls: ["cis-k8s:5.3.1", "cis-eks:4.3.1", "cis-eks:5.4.4", "nsa:network-separation"],
  needs: EKS_CLUSTER,
  *check(graph): Iterable<StackFinding> {
    const plugin = graph.ofType(EKS_ADD_ON).find(({ props }) => props.addonName === "vpc-cni");
    if (graph.ofType(EKS_CLUSTER).length === 0) return;
    const got = plugin?.props.configurationValues;
    if (got !== undefined && switchOf(got) === "true") return;
    const at = plugin ?? graph.ofType(EKS_CLUSTER)[0];
    yield { at, what: "enableNetworkPolicy of vpc-cni", got, wanted: "true", fix: "Set configurationValues." };
  },
});

function switchOf(values: string): string {
  try {
    return String((JSON.parse(values) as { readonly enableNetworkPolicy?: unknown }).enableNetworkPolicy);
  } catch (error) {
    // YAML is accepted too; only JSON is read here.
    if (error instanceof SyntaxError) return "unreadable";
    throw error;
  }
}
