import { nameOf } from "../read/kubernetes/metadata.ts";
import { CLUSTER_ROLE, type RbacRule, showRule } from "../read/kubernetes/rbac.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

const READS = ["get", "list", "watch", "*"];

export const k8sSecretsReadNarrow = resourceRule({
  id: "k8s-secrets-read-narrow",
  title: "Nobody reads the Secrets of every namespace, but controllers whose work that is.",
  severity: "high",
  remediation: "Grant it by a Role in the one namespace, with resourceNames; list a controller under `exempt`.",
  controls: ["cis-k8s:5.1.2", "cis-eks:4.1.2", "nsa:authentication"],
  config: { exempt: texts([], "Names of cluster roles whose work it is") },
  types: [CLUSTER_ROLE],
  check(role, { exempt }) {
    if (exempt.includes(nameOf(role))) return notApplicable("exempt by the stack's limits");
    const rules: readonly RbacRule[] = role.props.rules ?? [];
    return rules
      .filter(({ verbs, resources = [], resourceNames = [] }) => {
        return (
          resources.includes("secrets") && resourceNames.length === 0 && verbs.some((verb) => READS.includes(verb))
        );
      })
      .map((rule): Finding => {
        const wanted = "Secrets of one namespace, or by name";
        return { what: "rights", got: showRule(rule), wanted, fix: "Use a Role in the namespace." };
      });
  },
});
