import { containerRule, MAIN_CONTAINERS, SERVING_KINDS } from "../pod-rule.ts";
import { windowSeconds } from "../read/kubernetes/probes.ts";
import { amount } from "../settings.ts";

export const k8sReadinessAnswersInTime = containerRule({
  id: "k8s-readiness-answers-in-time",
  title: "A service's pod that fails is out of traffic within seconds: readiness period times threshold.",
  severity: "medium",
  remediation: "Probe more often or tolerate fewer failures, such as every 5 s and twice.",
  controls: ["wa:reliability"],
  config: { maxSeconds: amount(10, "Longest a failing pod may keep getting requests, seconds") },
  kinds: SERVING_KINDS,
  roles: MAIN_CONTAINERS,
  of: "services",
  *check({ spec, title }, { maxSeconds }) {
    if (spec.readinessProbe === undefined) return;
    const got = windowSeconds(spec.readinessProbe);
    if (got <= maxSeconds) return;
    const fix = "Lower periodSeconds or failureThreshold.";
    yield { what: `readiness window of ${title}`, got, wanted: `at most ${maxSeconds} s`, fix };
  },
});
