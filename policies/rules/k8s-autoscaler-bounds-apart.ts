import { AUTOSCALER_TYPES, autoscalerOf } from "../read/kubernetes/autoscalers.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const k8sAutoscalerBoundsApart = resourceRule({
  id: "k8s-autoscaler-bounds-apart",
  title: "An autoscaler's maximum is above its minimum; only KEDA goes to zero.",
  severity: "medium",
  remediation: "Raise `replicas.max` of the service in the catalog above `replicas.min`.",
  controls: ["wa:reliability"],
  types: AUTOSCALER_TYPES,
  *check(resource): Iterable<Finding> {
    const { kind, minReplicas, maxReplicas } = autoscalerOf(resource);
    const fix = "Correct the bounds.";
    if (minReplicas >= maxReplicas)
      yield { what: "maximum of replicas", got: maxReplicas, wanted: `more than ${minReplicas}, the minimum`, fix };
    const least = kind === "ScaledObject" ? 0 : 1;
    if (minReplicas < least) yield { what: "minimum of replicas", got: minReplicas, wanted: `at least ${least}`, fix };
  },
});
