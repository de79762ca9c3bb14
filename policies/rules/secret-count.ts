import { overCount } from "../read/count.ts";
import { stackRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const secretCount = stackRule({
  id: "secret-count",
  title: "The stack makes no more secrets than it may.",
  severity: "low",
  remediation: "Share one secret per service. Or raise `maxSecrets` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { maxSecrets: amount(40, "The stack makes no more secrets than it may.") },
  check: (graph, { maxSecrets }) =>
    overCount(
      "secrets",
      graph.ofType("aws:secretsmanager/secret:Secret").length,
      maxSecrets,
      "Share one secret per service.",
    ),
});
