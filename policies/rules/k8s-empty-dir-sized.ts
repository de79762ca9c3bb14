import { podRule } from "../pod-rule.ts";

export const k8sEmptyDirSized = podRule({
  id: "k8s-empty-dir-sized",
  title: "Scratch space has a size limit: a pod that fills it is evicted, not its node.",
  severity: "medium",
  remediation: "Set emptyDir.sizeLimit; for /tmp the workload component's `tmpMiB`.",
  controls: ["wa:reliability"],
  *check({ pod }) {
    for (const { name, emptyDir } of pod.volumes ?? []) {
      if (emptyDir === undefined || emptyDir.sizeLimit !== undefined) continue;
      const fix = "Set emptyDir.sizeLimit.";
      yield { what: `size limit of volume ${name}`, got: undefined, wanted: "a quantity, such as 64Mi", fix };
    }
  },
});
