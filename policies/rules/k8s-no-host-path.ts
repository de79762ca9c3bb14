import { podRule } from "../pod-rule.ts";

export const k8sNoHostPath = podRule({
  id: "k8s-no-host-path",
  title: "No pod mounts a path of its node.",
  severity: "critical",
  remediation: "Use an emptyDir, a ConfigMap or a claim; exempt the node agent that can't.",
  controls: ["cis-k8s:5.2.12", "pss:baseline", "nsa:pod-security"],
  *check({ pod }) {
    for (const { name, hostPath } of pod.volumes ?? []) {
      if (hostPath === undefined) continue;
      yield {
        what: `host path of volume ${name}`,
        got: hostPath.path,
        wanted: "none",
        fix: "Use another volume kind.",
      };
    }
  },
});
