import { AUTOSCALER_TYPES, autoscalerOf } from "../read/kubernetes/autoscalers.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const k8sScaleDownWaits = resourceRule({
  id: "k8s-scale-down-waits",
  title: "An autoscaler waits before it takes pods away, so that a short lull is no reason to start them anew.",
  severity: "low",
  remediation: "Leave scaleDown.stabilizationWindowSeconds at the API's 300 s, or set it to the minimum here.",
  controls: ["wa:reliability"],
  config: { minSeconds: amount(120, "Shortest wait before scaling down, seconds") },
  types: AUTOSCALER_TYPES,
  *check(resource, { minSeconds }): Iterable<Finding> {
    const got = autoscalerOf(resource).behavior?.scaleDown?.stabilizationWindowSeconds ?? 300;
    if (got >= minSeconds) return;
    const fix = "Raise scaleDown.stabilizationWindowSeconds.";
    yield { what: "wait before scaling down", got, wanted: `at least ${minSeconds} s`, fix };
  },
});
