import { hoursOf } from "../read/hours.ts";
import { NODE_POOL } from "../read/kubernetes/karpenter.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const karpenterDrainEnds = resourceRule({
  id: "karpenter-drain-ends",
  title: "A drain ends in bounded time, whatever budgets of pods say: no node stays half gone for ever.",
  severity: "medium",
  remediation: "Set template.spec.terminationGracePeriod, longer than any pod's own.",
  controls: ["wa:reliability"],
  config: { maxHours: amount(4, "Longest drain of a node, hours") },
  types: [NODE_POOL],
  *check({ props }, { maxHours }): Iterable<Finding> {
    const got = props.spec?.template?.spec?.terminationGracePeriod;
    if (got !== undefined && hoursOf(got) <= maxHours) return;
    const fix = "Set template.spec.terminationGracePeriod.";
    yield { what: "terminationGracePeriod", got, wanted: `at most ${maxHours}h`, fix };
  },
});
