import { allows, listOf, type Statement, statementsOf } from "../read/statements.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const alarmTopicClosed = resourceRule({
  id: "alarm-topic-closed",
  title: "Only services of AWS acting for this account publish to a topic.",
  severity: "high",
  remediation: "Name the service as principal and the account in a condition on aws:SourceAccount.",
  controls: ["wa:security"],
  types: ["aws:sns/topicPolicy:TopicPolicy"],
  *check({ props }): Iterable<Finding> {
    for (const statement of statementsOf(() => props.policy).filter(allows)) {
      const got = openTo(statement);
      if (got === null) continue;
      const what = `publishers of ${statement.Sid ?? "a statement"}`;
      yield { what, got, wanted: "a service and aws:SourceAccount", fix: "Add the condition." };
    }
  },
});

/** Who may publish beyond this account; null for nobody. */
function openTo({ Principal: principal, Condition: condition = {} }: Statement): string | null {
  const named = Object.values(condition).some((keys) => "aws:SourceAccount" in keys);
  if (typeof principal === "string") return named ? null : "everyone";
  if (listOf(principal?.AWS).includes("*")) return named ? null : "everyone";
  return principal?.Service !== undefined && !named ? "a service, for any account" : null;
}
