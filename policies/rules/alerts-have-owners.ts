import { alertsOf, RULE_TYPES } from "../read/monitoring/rules.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

/** Series that carry the owner of their service; a join brings it to any other. */
const CARRIES_OWNER = /group_left \([^)]*\bowner\b|slo:objective:ratio|slo:period_error_budget_remaining:ratio/;

export const alertsHaveOwners = resourceRule({
  id: "alerts-have-owners",
  title: "Every alert has an owner, a severity, words for a person and a dashboard.",
  severity: "high",
  remediation: "Build alerts with `serviceAlert` or `platformAlert` of packages/monitoring.",
  controls: ["wa:operational-excellence"],
  config: { severities: texts(["info", "page", "ticket"], "Severities that are routed") },
  types: RULE_TYPES,
  *check({ type, props }, { severities }): Iterable<Finding> {
    for (const { alert, expr, labels = {}, annotations = {} } of alertsOf(type, props)) {
      const missing = [
        ...(labels.owner === undefined && !CARRIES_OWNER.test(expr) ? ["owner"] : []),
        ...(severities.includes(labels.severity ?? "") ? [] : ["severity"]),
        ...["summary", "description", "dashboard_url"].filter((key) => (annotations[key] ?? "") === ""),
      ];
      if (missing.length === 0) continue;
      yield {
        what: `alert ${alert}`,
        got: `no ${missing.join(", ")}`,
        wanted: "all of them",
        fix: "Complete the alert.",
      };
    }
  },
});
