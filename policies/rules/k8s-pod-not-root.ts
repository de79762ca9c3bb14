import { podRule } from "../pod-rule.ts";
import { containersOf } from "../read/kubernetes/workloads.ts";

export const k8sPodNotRoot = podRule({
  id: "k8s-pod-not-root",
  title: "No container runs as root, and the kubelet is told to refuse one that would.",
  severity: "high",
  remediation: "Set runAsNonRoot and a runAsUser above 0 in the pod's security context.",
  controls: ["cis-k8s:5.2.7", "pss:restricted", "nsa:pod-security"],
  *check({ pod }) {
    const fix = "Set runAsNonRoot: true and runAsUser: 65532.";
    for (const { spec, title } of containersOf(pod)) {
      const nonRoot = spec.securityContext?.runAsNonRoot ?? pod.securityContext?.runAsNonRoot;
      const user = spec.securityContext?.runAsUser ?? pod.securityContext?.runAsUser;
      if (nonRoot !== true) yield { what: `runAsNonRoot of ${title}`, got: nonRoot, wanted: "true", fix };
      if (user === 0) yield { what: `user of ${title}`, got: user, wanted: "a user other than 0", fix };
    }
  },
});
