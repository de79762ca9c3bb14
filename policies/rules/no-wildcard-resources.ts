import table from "../data/actions-without-resource.json" with { type: "json" };
import { allows, listOf, POLICY_TYPES, statementsOf } from "../read/statements.ts";
import { type Finding, resourceRule } from "../rule.ts";

const withoutResource: ReadonlySet<string> = new Set(table.actions);

export const noWildcardResources = resourceRule({
  id: "no-wildcard-resources",
  title: "No policy allows an action on every resource where the action takes a narrower one.",
  severity: "high",
  remediation: "Name the resources; for an action without a resource add it to data/actions-without-resource.json.",
  controls: ["wa:security"],
  types: POLICY_TYPES,
  *check({ props }): Iterable<Finding> {
    for (const statement of statementsOf(() => props.policy).filter(allows)) {
      if (!listOf(statement.Resource).includes("*")) continue;
      const wide = listOf(statement.Action).filter((action) => !withoutResource.has(action));
      if (wide.length === 0) continue;
      const what = `resources of ${statement.Sid ?? "a statement"}`;
      yield { what, got: `* for ${wide.join(", ")}`, wanted: "named resources", fix: "Name the resources." };
    }
  },
});
