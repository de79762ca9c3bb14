import { NODE_POOL } from "../read/kubernetes/karpenter.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const karpenterPoolLimited = resourceRule({
  id: "karpenter-pool-limited",
  title: "Every node pool ends somewhere: CPU and memory are bounded, and so is the bill of a loop that adds pods.",
  severity: "high",
  remediation: "Set spec.limits.cpu and spec.limits.memory; the plan has both.",
  controls: ["wa:cost"],
  types: [NODE_POOL],
  *check({ props }): Iterable<Finding> {
    const missing = ["cpu", "memory"].filter((resource) => props.spec?.limits?.[resource] === undefined);
    if (missing.length === 0) return;
    yield { what: "limits missing", got: missing, wanted: "cpu and memory", fix: "Set spec.limits." };
  },
});
