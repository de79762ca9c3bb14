import { memoryMiBOf } from "@pyairtable/kubernetes-facts";
import { containerRule } from "../pod-rule.ts";

export const k8sMemoryLimitEqualsRequest = containerRule({
  id: "k8s-memory-limit-equals-request",
  title:
    "A service's memory limit is its request: a node then never runs out, and no pod is killed for another's growth.",
  severity: "medium",
  remediation: "Set limits.memory to requests.memory; size both in the catalog.",
  controls: ["wa:reliability"],
  of: "services",
  *check({ spec, title }) {
    const request = spec.resources?.requests?.memory;
    const limit = spec.resources?.limits?.memory;
    const [wantedMiB, gotMiB] = [memoryMiBOf(request), memoryMiBOf(limit)];
    if (wantedMiB === undefined || gotMiB === undefined || gotMiB === wantedMiB) return;
    const fix = "Set limits.memory to the request.";
    yield { what: `memory limit of ${title}`, got: limit, wanted: `${request}, its request`, fix };
  },
});
