import { allows, listOf, POLICY_TYPES, statementsOf } from "../read/statements.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const noWildcardActions = resourceRule({
  id: "no-wildcard-actions",
  title: "No policy allows every action, or every action of a service.",
  severity: "critical",
  remediation: "List the actions that are used.",
  controls: ["fsbp:IAM.1", "fsbp:IAM.21"],
  types: POLICY_TYPES,
  *check({ props }): Iterable<Finding> {
    for (const statement of statementsOf(() => props.policy).filter(allows)) {
      const wide = listOf(statement.Action).filter((action) => action === "*" || action.endsWith(":*"));
      if (statement.NotAction !== undefined) wide.push(`all but ${listOf(statement.NotAction).join(", ")}`);
      if (wide.length === 0) continue;
      yield {
        what: `actions of ${statement.Sid ?? "a statement"}`,
        got: wide,
        wanted: "named actions",
        fix: "List them.",
      };
    }
  },
});
