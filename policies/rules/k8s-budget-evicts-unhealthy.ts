import { type Finding, resourceRule } from "../rule.ts";

export const k8sBudgetEvictsUnhealthy = resourceRule({
  id: "k8s-budget-evicts-unhealthy",
  title: "A pod that is not ready can always be evicted: a broken one never holds up its node.",
  severity: "medium",
  remediation: "Set unhealthyPodEvictionPolicy to AlwaysAllow.",
  controls: ["wa:reliability"],
  types: ["kubernetes:policy/v1:PodDisruptionBudget"],
  *check({ props }): Iterable<Finding> {
    const got = props.spec?.unhealthyPodEvictionPolicy;
    if (got === "AlwaysAllow") return;
    yield { what: "unhealthyPodEvictionPolicy", got, wanted: "AlwaysAllow", fix: "Set it to AlwaysAllow." };
  },
});
