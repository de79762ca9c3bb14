import { nameOf } from "../read/kubernetes/metadata.ts";
import { type RbacRule, ROLE_TYPES, showRule } from "../read/kubernetes/rbac.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const k8sNoWildcardRights = resourceRule({
  id: "k8s-no-wildcard-rights",
  title: "No role of the cluster grants all verbs or all resources: what is added tomorrow would be granted too.",
  severity: "high",
  remediation: "List verbs and resources; exempt the role of a controller that handles every kind.",
  controls: ["cis-k8s:5.1.3", "cis-eks:4.1.3", "nsa:authentication"],
  config: { exempt: texts([], "Names of roles that need it") },
  types: ROLE_TYPES,
  check(role, { exempt }) {
    if (exempt.includes(nameOf(role))) return notApplicable("exempt by the stack's limits");
    const rules: readonly RbacRule[] = role.props.rules ?? [];
    return rules
      .filter(({ verbs, resources = [] }) => verbs.includes("*") || resources.includes("*"))
      .map((rule): Finding => {
        return { what: "rights", got: showRule(rule), wanted: "no *", fix: "List verbs and resources." };
      });
  },
});
