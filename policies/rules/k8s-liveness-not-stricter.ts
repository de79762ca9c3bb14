import { containerRule, MAIN_CONTAINERS, SERVING_KINDS } from "../pod-rule.ts";
import { windowSeconds } from "../read/kubernetes/probes.ts";

export const k8sLivenessNotStricter = containerRule({
  id: "k8s-liveness-not-stricter",
  title: "A pod is taken out of traffic before it is restarted: liveness waits longer than readiness.",
  severity: "high",
  remediation: "Give the liveness probe a longer period or a higher threshold than the readiness probe.",
  controls: ["wa:reliability"],
  kinds: SERVING_KINDS,
  roles: MAIN_CONTAINERS,
  *check({ spec, title }) {
    const { livenessProbe, readinessProbe } = spec;
    if (livenessProbe === undefined || readinessProbe === undefined) return;
    const [got, least] = [windowSeconds(livenessProbe), windowSeconds(readinessProbe)];
    if (got >= least) return;
    const fix = "Raise failureThreshold of the liveness probe.";
    yield { what: `liveness window of ${title}`, got, wanted: `at least ${least} s, readiness's`, fix };
  },
});
