import { millicoresOf } from "@pyairtable/kubernetes-facts";
import { containerRule } from "../pod-rule.ts";
import { amount } from "../settings.ts";

export const k8sContainerCpuLimit = containerRule({
  id: "k8s-container-cpu-limit",
  title: "A container requests no more CPU than the stack allows.",
  severity: "high",
  remediation: "Choose a smaller size in the catalog, or raise `maxMillicores` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { maxMillicores: amount(1024, "Most CPU of one container, millicores") },
  *check({ spec, title }, { maxMillicores }) {
    const got = spec.resources?.requests?.cpu;
    if ((millicoresOf(got) ?? 0) <= maxMillicores) return;
    const fix = "Choose a smaller size for the service in the catalog.";
    yield { what: `CPU request of ${title}`, got, wanted: `at most ${maxMillicores}m`, fix };
  },
});
