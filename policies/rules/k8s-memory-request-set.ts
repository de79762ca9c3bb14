import { memoryMiBOf } from "@pyairtable/kubernetes-facts";
import { containerRule } from "../pod-rule.ts";

export const k8sMemoryRequestSet = containerRule({
  id: "k8s-memory-request-set",
  title: "Every container requests memory, so that a node is never promised to more pods than fit.",
  severity: "high",
  remediation: "Set resources.requests.memory; the plan has it as `requests.memoryMiB`.",
  controls: ["wa:cost", "wa:reliability"],
  *check({ spec, title }) {
    const got = spec.resources?.requests?.memory;
    if ((memoryMiBOf(got) ?? 0) > 0) return;
    const wanted = "a quantity above 0, such as 512Mi";
    yield { what: `memory request of ${title}`, got, wanted, fix: "Set requests.memory." };
  },
});
