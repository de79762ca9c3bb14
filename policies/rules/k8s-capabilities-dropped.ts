import { containerRule } from "../pod-rule.ts";

export const k8sCapabilitiesDropped = containerRule({
  id: "k8s-capabilities-dropped",
  title: "Every container drops all Linux capabilities.",
  severity: "high",
  remediation: "Set securityContext.capabilities.drop to [ALL].",
  controls: ["cis-k8s:5.2.8", "cis-k8s:5.2.10", "pss:restricted", "nsa:pod-security"],
  *check({ spec, title }) {
    const got = spec.securityContext?.capabilities?.drop ?? [];
    if (got.includes("ALL")) return;
    yield { what: `dropped capabilities of ${title}`, got, wanted: "ALL among them", fix: "Drop ALL." };
  },
});
