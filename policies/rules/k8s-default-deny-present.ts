import { KUBERNETES_PROVIDER, namespaceOf } from "../read/kubernetes/metadata.ts";
import { namespacesOf } from "../read/kubernetes/namespaces.ts";
import { directionsOf, NETWORK_POLICY, passagesOf } from "../read/kubernetes/network.ts";
import { isEmpty } from "../read/kubernetes/selectors.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const k8sDefaultDenyPresent = stackRule({
  id: "k8s-default-deny-present",
  title: "Every namespace is closed both ways by default: what no policy names is not reached and reaches nothing.",
  severity: "high",
  remediation: "Add a NetworkPolicy with an empty podSelector, both policyTypes and no rules.",
  controls: ["cis-k8s:5.3.2", "cis-eks:4.3.2", "nsa:network-separation"],
  needs: KUBERNETES_PROVIDER,
  config: { exempt: texts(["kube-system"], "Namespaces that stay open, or run no pod") },
  *check(graph, { exempt }): Iterable<StackFinding> {
    const closing = graph.ofType(NETWORK_POLICY).flatMap((policy) => {
      const { spec } = policy.props;
      return spec?.podSelector !== undefined && isEmpty(spec.podSelector) ? [{ in: namespaceOf(policy), spec }] : [];
    });
    for (const [namespace, at] of namespacesOf(graph, exempt)) {
      const open = (["Ingress", "Egress"] as const).filter((direction) => {
        return !closing.some(({ in: place, spec }) => {
          if (place !== namespace || !directionsOf(spec).includes(direction)) return false;
          return passagesOf(spec).every((passage) => passage.direction !== direction);
        });
      });
      if (open.length === 0) continue;
      const fix = "Add a default-deny NetworkPolicy to the namespace.";
      yield { at, what: `open by default in namespace ${namespace}`, got: open, wanted: "neither", fix };
    }
  },
});
