import { autoscalersOf } from "../read/kubernetes/autoscalers.ts";
import { KUBERNETES_PROVIDER } from "../read/kubernetes/metadata.ts";
import { ownReplicas, servingWorkloadsOf } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const k8sReplicasLeftToAutoscaler = stackRule({
  id: "k8s-replicas-left-to-autoscaler",
  title: "Where an autoscaler moves the replicas, the workload names none: an update would set them back.",
  severity: "high",
  remediation: "Leave spec.replicas out; in Argo CD ignore differences at /spec/replicas.",
  controls: ["wa:reliability"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    const scaled = new Set(autoscalersOf(graph).map(({ target }) => target));
    for (const workload of servingWorkloadsOf(graph)) {
      const got = ownReplicas(workload);
      if (got === undefined || !scaled.has(workload.target)) continue;
      if (workload.opts.ignoreChanges.includes("spec.replicas")) continue;
      yield { at: workload, what: "spec.replicas", got, wanted: "left out", fix: "Remove spec.replicas." };
    }
  },
});
