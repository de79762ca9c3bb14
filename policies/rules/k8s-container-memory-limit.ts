import { memoryMiBOf } from "@pyairtable/kubernetes-facts";
import { containerRule } from "../pod-rule.ts";
import { amount } from "../settings.ts";

export const k8sContainerMemoryLimit = containerRule({
  id: "k8s-container-memory-limit",
  title: "A container may use no more memory than the stack allows.",
  severity: "high",
  remediation: "Choose a smaller size in the catalog, or raise `maxMiB` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { maxMiB: amount(4096, "Most memory of one container, MiB") },
  *check({ spec, title }, { maxMiB }) {
    const { requests, limits } = spec.resources ?? {};
    const got = [requests?.memory, limits?.memory].find((one) => (memoryMiBOf(one) ?? 0) > maxMiB);
    if (got === undefined) return;
    const fix = "Choose a smaller size for the service in the catalog.";
    yield { what: `memory of ${title}`, got, wanted: `at most ${maxMiB}Mi`, fix };
  },
});
