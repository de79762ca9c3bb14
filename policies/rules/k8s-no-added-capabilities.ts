import { containerRule } from "../pod-rule.ts";

export const k8sNoAddedCapabilities = containerRule({
  id: "k8s-no-added-capabilities",
  title: "No container adds a Linux capability.",
  severity: "high",
  remediation: "Listen above port 1023 and work without capabilities; exempt the one agent that can't.",
  controls: ["cis-k8s:5.2.9", "pss:baseline", "nsa:pod-security"],
  *check({ spec, title }) {
    const got = spec.securityContext?.capabilities?.add ?? [];
    if (got.length === 0) return;
    yield { what: `added capabilities of ${title}`, got, wanted: "none", fix: "Remove capabilities.add." };
  },
});
