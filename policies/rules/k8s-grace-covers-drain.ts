import { podRule, SERVING_KINDS } from "../pod-rule.ts";
import { preStopSeconds, variableSeconds } from "../read/kubernetes/drain.ts";
import { amount } from "../settings.ts";

export const k8sGraceCoversDrain = podRule({
  id: "k8s-grace-covers-drain",
  title: "The grace period holds the sleep before SIGTERM, the wait, the work in flight and a margin.",
  severity: "high",
  remediation: "Raise terminationGracePeriodSeconds, or shorten preStop or the DRAIN_* variables.",
  controls: ["wa:reliability"],
  config: { marginSeconds: amount(5, "Seconds between the end of draining and SIGKILL") },
  kinds: SERVING_KINDS,
  *check({ pod }, { marginSeconds }) {
    const drains = (pod.containers ?? []).map((container) => {
      const variables = ["DRAIN_LB_WAIT_SECONDS", "DRAIN_IN_FLIGHT_SECONDS"];
      return variables.reduce((sum, name) => sum + variableSeconds(container, name), preStopSeconds(container));
    });
    const drain = Math.max(0, ...drains);
    // The API's default.
    const got = pod.terminationGracePeriodSeconds ?? 30;
    if (drain === 0 || got >= drain + marginSeconds) return;
    const wanted = `at least ${drain + marginSeconds} s`;
    yield { what: "termination grace period", got, wanted, fix: "Raise terminationGracePeriodSeconds." };
  },
});
