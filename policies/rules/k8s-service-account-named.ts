import { podRule } from "../pod-rule.ts";

export const k8sServiceAccountNamed = podRule({
  id: "k8s-service-account-named",
  title: "Every workload has a service account of its own, never the namespace's default one.",
  severity: "medium",
  remediation: "Make a ServiceAccount named after the workload and set serviceAccountName.",
  controls: ["cis-k8s:5.1.5", "cis-eks:4.1.5", "cis-eks:5.2.1"],
  *check({ pod }) {
    const got = pod.serviceAccountName;
    if (got !== undefined && got !== "" && got !== "default") return;
    const fix = "Set serviceAccountName.";
    yield { what: "service account", got, wanted: "one of the workload's own", fix };
  },
});
