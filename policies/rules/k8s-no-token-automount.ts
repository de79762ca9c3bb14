import { podRule } from "../pod-rule.ts";

export const k8sNoTokenAutomount = podRule({
  id: "k8s-no-token-automount",
  title: "A service's pods hold no token of the API server.",
  severity: "high",
  remediation: "Set automountServiceAccountToken to false in the pod; AWS roles come by Pod Identity, without it.",
  controls: ["cis-k8s:5.1.6", "cis-eks:4.1.6", "nsa:authentication"],
  of: "services",
  *check({ pod }) {
    const got = pod.automountServiceAccountToken;
    if (got === false) return;
    yield { what: "automountServiceAccountToken", got, wanted: "false", fix: "Set it to false in the pod's spec." };
  },
});
