import { podRule } from "../pod-rule.ts";
import { containersOf } from "../read/kubernetes/workloads.ts";

const SAFE: ReadonlySet<unknown> = new Set(["RuntimeDefault", "Localhost"]);

export const k8sSeccompSet = podRule({
  id: "k8s-seccomp-set",
  title: "Every container runs under a seccomp profile.",
  severity: "medium",
  remediation: "Set seccompProfile.type to RuntimeDefault in the pod's security context.",
  controls: ["cis-k8s:5.7.2", "pss:restricted", "nsa:pod-security"],
  *check({ pod }) {
    for (const { spec, title } of containersOf(pod)) {
      const got = (spec.securityContext?.seccompProfile ?? pod.securityContext?.seccompProfile)?.type;
      if (SAFE.has(got)) continue;
      const fix = "Set seccompProfile: { type: RuntimeDefault }.";
      yield { what: `seccomp profile of ${title}`, got, wanted: "RuntimeDefault or Localhost", fix };
    }
  },
});
