import { hoursOf } from "../read/hours.ts";
import { NODE_POOL } from "../read/kubernetes/karpenter.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const karpenterNodesExpire = resourceRule({
  id: "karpenter-nodes-expire",
  title: "Nodes are replaced after some days: patches arrive, leaks end, and no node becomes a pet.",
  severity: "medium",
  remediation: "Set template.spec.expireAfter; the plan has it as `expireAfterDays`.",
  controls: ["wa:security", "nsa:upgrading"],
  config: { maxHours: amount(720, "Longest life of a node, hours") },
  types: [NODE_POOL],
  *check({ props }, { maxHours }): Iterable<Finding> {
    // Karpenter's default is 720h.
    const got = props.spec?.template?.spec?.expireAfter ?? "720h";
    if (hoursOf(got) <= maxHours) return;
    yield { what: "expireAfter", got, wanted: `at most ${maxHours}h`, fix: "Set template.spec.expireAfter." };
  },
});
