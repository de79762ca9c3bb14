import { autoscalersOf } from "../read/kubernetes/autoscalers.ts";
import { KUBERNETES_PROVIDER, keyOf } from "../read/kubernetes/metadata.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const k8sOneAutoscalerAWorkload = stackRule({
  id: "k8s-one-autoscaler-a-workload",
  title: "One autoscaler owns a workload's replicas: never an HPA and a ScaledObject, which makes an HPA itself.",
  severity: "critical",
  remediation: "Choose `hpa` or `keda` in the plan; put CPU as a trigger into the ScaledObject if both are wanted.",
  controls: ["wa:reliability"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    for (const all of Map.groupBy(autoscalersOf(graph), ({ target }) => target).values()) {
      if (all.length < 2) continue;
      const got = all.map(({ kind, at }) => `${kind} ${keyOf(at)}`);
      yield {
        at: all[0]!.at,
        what: `autoscalers of ${all[0]!.target}`,
        got,
        wanted: "one",
        fix: "Remove all but one.",
      };
    }
  },
});
