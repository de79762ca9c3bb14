import { containerRule } from "../pod-rule.ts";

export const k8sNotPrivileged = containerRule({
  id: "k8s-not-privileged",
  title: "No container is privileged: it would be root on its node.",
  severity: "critical",
  remediation: "Remove securityContext.privileged; give the one capability that is needed, if any.",
  controls: ["cis-k8s:5.2.2", "cis-eks:4.2.1", "pss:baseline", "nsa:pod-security"],
  *check({ spec, title }) {
    const got = spec.securityContext?.privileged;
    if (got !== true) return;
    yield { what: `privileged of ${title}`, got, wanted: "false", fix: "Remove privileged." };
  },
});
