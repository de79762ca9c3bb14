import { autoscalersOf } from "../read/kubernetes/autoscalers.ts";
import { KUBERNETES_PROVIDER } from "../read/kubernetes/metadata.ts";
import { workloadsOf } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const k8sAutoscalerTargetExists = stackRule({
  id: "k8s-autoscaler-target-exists",
  title: "Every autoscaler names a workload of its namespace: one that names none scales none, in silence.",
  severity: "medium",
  remediation: "Correct kind and name of scaleTargetRef; both are in the autoscaler's own namespace.",
  controls: ["wa:reliability"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    const targets = new Set(workloadsOf(graph).map(({ target }) => target));
    for (const { at, target } of autoscalersOf(graph)) {
      if (targets.has(target)) continue;
      const wanted = "namespace/kind/name of a workload of the stack";
      yield { at, what: "target", got: target, wanted, fix: "Correct scaleTargetRef." };
    }
  },
});
