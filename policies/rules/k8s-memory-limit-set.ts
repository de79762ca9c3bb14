import { memoryMiBOf } from "@pyairtable/kubernetes-facts";
import { containerRule } from "../pod-rule.ts";

export const k8sMemoryLimitSet = containerRule({
  id: "k8s-memory-limit-set",
  title: "Every container has a memory limit, so that a leak ends that container and no neighbour.",
  severity: "high",
  remediation: "Set resources.limits.memory, for a service the same as its request.",
  controls: ["wa:reliability", "nsa:pod-security"],
  *check({ spec, title }) {
    const got = spec.resources?.limits?.memory;
    if ((memoryMiBOf(got) ?? 0) > 0) return;
    yield { what: `memory limit of ${title}`, got, wanted: "a quantity, such as 512Mi", fix: "Set limits.memory." };
  },
});
