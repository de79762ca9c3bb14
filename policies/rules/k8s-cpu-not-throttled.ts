import { podRule } from "../pod-rule.ts";
import { containersOf } from "../read/kubernetes/workloads.ts";

export const k8sCpuNotThrottled = podRule({
  id: "k8s-cpu-not-throttled",
  title: "A service's containers have no CPU limit: it saves no money and costs latency whenever a node is idle.",
  severity: "low",
  remediation: "Leave limits.cpu out; the request is what a pod is sure of and paid for.",
  controls: ["wa:performance"],
  of: "services",
  *check({ pod }) {
    for (const { spec, title } of containersOf(pod)) {
      const got = spec.resources?.limits?.cpu;
      if (got === undefined) continue;
      yield { what: `CPU limit of ${title}`, got, wanted: "none", fix: "Remove limits.cpu." };
    }
  },
});
