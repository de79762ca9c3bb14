import { editStatements, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { noWildcardResources } from "./no-wildcard-resources.ts";

const POLICY = "aws:iam/rolePolicy:RolePolicy";
const of = (statement: object | string) =>
  resource(POLICY, {
    policy:
      typeof statement === "string" ? statement : JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] }),
  });

export const mutant: Mutant = (graph) =>
  editStatements(graph, POLICY, "policy", (statements) => {
    statements.push({ Sid: "Wide", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: "*" });
  });

testRule(noWildcardResources, {
  passes: {
    "named resources": of({ Action: "s3:GetObject", Resource: "arn:x" }),
    "an action without resource": of({ Action: "ecr:GetAuthorizationToken", Resource: "*" }),
    "a wide denial": of({ Effect: "Deny", Action: "s3:GetObject", Resource: "*" }),
  },
  fails: { "every resource": [of({ Action: ["s3:GetObject"], Resource: ["*"] }), /\* for s3:GetObject/] },
  unknownIs: { fine: of(UNKNOWN) },
  mutant,
});
