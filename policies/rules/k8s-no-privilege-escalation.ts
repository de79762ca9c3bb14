import { containerRule } from "../pod-rule.ts";

export const k8sNoPrivilegeEscalation = containerRule({
  id: "k8s-no-privilege-escalation",
  title: "No process in a container may gain more rights than its parent.",
  severity: "high",
  remediation: "Set securityContext.allowPrivilegeEscalation to false; the API's default is true.",
  controls: ["cis-k8s:5.2.6", "cis-eks:4.2.5", "pss:restricted", "nsa:pod-security"],
  *check({ spec, title }) {
    const got = spec.securityContext?.allowPrivilegeEscalation;
    if (got === false) return;
    yield { what: `allowPrivilegeEscalation of ${title}`, got, wanted: "false", fix: "Set it to false." };
  },
});
