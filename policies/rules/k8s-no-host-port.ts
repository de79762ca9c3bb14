import { containerRule } from "../pod-rule.ts";

export const k8sNoHostPort = containerRule({
  id: "k8s-no-host-port",
  title: "No container takes a port of its node, which passes every network policy by.",
  severity: "high",
  remediation: "Reach the pod through a Service; remove hostPort.",
  controls: ["cis-k8s:5.2.13", "pss:baseline"],
  *check({ spec, title }) {
    for (const { hostPort } of spec.ports ?? []) {
      if (hostPort === undefined || hostPort === 0) continue;
      yield { what: `host port of ${title}`, got: hostPort, wanted: "none", fix: "Remove hostPort." };
    }
  },
});
