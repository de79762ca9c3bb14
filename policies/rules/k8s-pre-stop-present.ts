import { containerRule, MAIN_CONTAINERS, SERVING_KINDS } from "../pod-rule.ts";
import { preStopSeconds } from "../read/kubernetes/drain.ts";

export const k8sPreStopPresent = containerRule({
  id: "k8s-pre-stop-present",
  title: "A service's pod sleeps before SIGTERM while endpoints are taken out: no request meets a closed port.",
  severity: "high",
  remediation: "Set lifecycle.preStop.sleep.seconds, 5 at least.",
  controls: ["wa:reliability"],
  kinds: SERVING_KINDS,
  roles: MAIN_CONTAINERS,
  of: "services",
  *check({ spec, title }) {
    // Nothing is sent to a container without a port.
    if ((spec.ports ?? []).length === 0 || preStopSeconds(spec) > 0) return;
    const wanted = "a sleep, such as 5 s";
    yield { what: `preStop of ${title}`, got: spec.lifecycle?.preStop, wanted, fix: "Set preStop.sleep." };
  },
});
