import { containerRule, MAIN_CONTAINERS, SERVING_KINDS } from "../pod-rule.ts";

const PROBES = ["startupProbe", "readinessProbe", "livenessProbe"] as const;

export const k8sProbesPresent = containerRule({
  id: "k8s-probes-present",
  title: "Every container that serves has a startup, a readiness and a liveness probe.",
  severity: "high",
  remediation:
    "Add the three probes: a slow start is no failure, a busy pod gets no traffic, a stuck one is restarted.",
  controls: ["wa:reliability"],
  kinds: SERVING_KINDS,
  roles: MAIN_CONTAINERS,
  of: "services",
  *check({ spec, title }) {
    const missing = PROBES.filter((probe) => spec[probe] === undefined);
    if (missing.length === 0) return;
    yield { what: `probes missing in ${title}`, got: missing, wanted: "all three", fix: "Add them." };
  },
});
