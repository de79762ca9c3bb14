import { allows, listOf, type Statement, statementsOf } from "../read/statements.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

const KEYS = ["aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:PrincipalOrgID"];

export const roleTrustConditioned = resourceRule({
  id: "role-trust-conditioned",
  title: "A role that a service takes on says for which account's resources: no confused deputy.",
  severity: "high",
  remediation: "Add a condition on aws:SourceAccount or aws:SourceArn to the trust policy.",
  controls: ["wa:security"],
  config: {
    exempt: texts(
      ["ec2.amazonaws.com", "eks.amazonaws.com", "eks-nodegroup.amazonaws.com", "lambda.amazonaws.com"],
      "Services that send no source account when they take a role",
    ),
  },
  types: ["aws:iam/role:Role"],
  *check({ props }, { exempt }): Iterable<Finding> {
    for (const statement of statementsOf(() => props.assumeRolePolicy).filter(allows)) {
      if (statement.Principal === "*" && !hasSource(statement)) {
        yield { what: "trust", got: "everyone", wanted: "named principals", fix: "Name who may take the role." };
        continue;
      }
      const services = typeof statement.Principal === "object" ? listOf(statement.Principal.Service) : [];
      const open = services.filter((service) => !exempt.includes(service));
      if (open.length === 0 || hasSource(statement)) continue;
      const wanted = "a condition on aws:SourceAccount or aws:SourceArn";
      yield { what: `trust of ${open.join(", ")}`, got: statement.Condition, wanted, fix: "Add the condition." };
    }
  },
});

function hasSource({ Condition = {} }: Statement): boolean {
  return Object.values(Condition).some((keys) => KEYS.some((key) => key in keys));
}
