import { podRule, SERVING_KINDS } from "../pod-rule.ts";
import { CAPACITY, isOnDemand } from "../read/kubernetes/placement.ts";
import { amount } from "../settings.ts";

export const k8sGraceWithinNotice = podRule({
  id: "k8s-grace-within-notice",
  title: "A pod that may be on Spot is gone before its node is: the notice is two minutes.",
  severity: "high",
  remediation: "Lower terminationGracePeriodSeconds, or pin the pod to on-demand nodes.",
  controls: ["wa:reliability"],
  config: { maxSeconds: amount(110, "Longest grace period on Spot, seconds"), ...CAPACITY },
  kinds: SERVING_KINDS,
  *check({ pod }, { maxSeconds, ...capacity }) {
    const got = pod.terminationGracePeriodSeconds ?? 30;
    if (got <= maxSeconds || isOnDemand(pod, capacity)) return;
    const fix = "Lower terminationGracePeriodSeconds.";
    yield { what: "termination grace period", got, wanted: `at most ${maxSeconds} s on Spot`, fix };
  },
});
