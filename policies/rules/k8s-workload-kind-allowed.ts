import { KUBERNETES_PROVIDER } from "../read/kubernetes/metadata.ts";
import { type StackFinding, stackRule } from "../rule.ts";

/** Kinds that make pods and that no other rule reads, or that change an object behind the rules' back. */
const REFUSED =
  /^kubernetes:(?:core\/v1:(?:Pod|PodTemplate|ReplicationController)|[^:]+:ReplicaSet|[^:]+:\w+(?:Patch|List))$/;

export const k8sWorkloadKindAllowed = stackRule({
  id: "k8s-workload-kind-allowed",
  title: "Pods come from kinds that the pack judges: no bare pods, replica sets, lists, or patches of other objects.",
  severity: "high",
  remediation: "Use a Deployment, StatefulSet, DaemonSet, Job or CronJob, each as a resource of its own.",
  controls: ["wa:reliability", "wa:security"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    for (const at of graph.resources) {
      if (!REFUSED.test(at.type)) continue;
      const wanted = "a Deployment, StatefulSet, DaemonSet, Job or CronJob";
      yield { at, what: "kind", got: at.type, wanted, fix: "Use another kind." };
    }
  },
});
