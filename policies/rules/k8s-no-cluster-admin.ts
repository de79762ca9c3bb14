import { nameOf } from "../read/kubernetes/metadata.ts";
import { BINDING_TYPES } from "../read/kubernetes/rbac.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const k8sNoClusterAdmin = resourceRule({
  id: "k8s-no-cluster-admin",
  title: "Nobody is bound to cluster-admin, and nothing to everyone: administrators come by access entries.",
  severity: "critical",
  remediation: "Bind a role that lists what is needed; name people's roles as administrators of the cluster.",
  controls: ["cis-k8s:5.1.1", "cis-k8s:5.1.7", "cis-eks:4.1.1", "nsa:authentication"],
  config: { exempt: texts([], "Names of bindings that need it") },
  types: BINDING_TYPES,
  check(binding, { exempt }) {
    if (exempt.includes(nameOf(binding))) return notApplicable("exempt by the stack's limits");
    const { roleRef, subjects = [] } = binding.props;
    const findings: Finding[] = [];
    if (roleRef?.name === "cluster-admin")
      findings.push({ what: "bound role", got: roleRef.name, wanted: "any other", fix: "Bind a narrower role." });
    const everyone = subjects.map(({ name }) => name).filter((name) => EVERYONE.has(name));
    if (everyone.length > 0)
      findings.push({ what: "subjects", got: everyone, wanted: "named people or accounts", fix: "Name who needs it." });
    return findings;
  },
});

const EVERYONE: ReadonlySet<string> = new Set([
  "system:anonymous",
  "system:authenticated",
  "system:masters",
  "system:serviceaccounts",
  "system:unauthenticated",
]);
