import { autoscalersOf } from "../read/kubernetes/autoscalers.ts";
import { KUBERNETES_PROVIDER } from "../read/kubernetes/metadata.ts";
import { actsOn, VPA, verticalTargetOf } from "../read/kubernetes/vertical.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const k8sHpaAndVpaApart = stackRule({
  id: "k8s-hpa-and-vpa-apart",
  title: "No horizontal autoscaler watches what a vertical one sets: the two would chase each other.",
  severity: "high",
  remediation: "Set the VPA's updateMode to Off, or controlledResources to what the horizontal one does not watch.",
  controls: ["wa:reliability"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    const horizontal = Map.groupBy(autoscalersOf(graph), ({ target }) => target);
    for (const vertical of graph.ofType(VPA)) {
      const watched = new Set(
        (horizontal.get(verticalTargetOf(vertical)) ?? []).flatMap(({ watches }) => [...watches]),
      );
      const both = actsOn(vertical.props).filter((resource) => watched.has(resource));
      if (both.length === 0) continue;
      const fix = "Let the VPA only recommend: updateMode Off.";
      const wanted = "none that the horizontal autoscaler watches";
      yield { at: vertical, what: "resources the VPA sets", got: both, wanted, fix };
    }
  },
});
