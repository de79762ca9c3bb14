import { editStatements, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { noWildcardActions } from "./no-wildcard-actions.ts";

const POLICY = "aws:iam/rolePolicy:RolePolicy";
const of = (statement: object | string) =>
  resource(POLICY, {
    policy:
      typeof statement === "string" ? statement : JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] }),
  });

export const mutant: Mutant = (graph) =>
  editStatements(graph, POLICY, "policy", (statements) => {
    statements.push({ Sid: "Wide", Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::records/*" });
  });

testRule(noWildcardActions, {
  passes: {
    "named actions": of({ Action: ["s3:GetObject", "s3:Put*"], Resource: "arn:x" }),
    "a wide denial": of({ Effect: "Deny", Action: "*", Resource: "*" }),
    "no JSON, which AWS refuses": of("?"),
  },
  fails: {
    "every action": [of({ Action: "*", Resource: "arn:x" }), /\["\*"\]/],
    "all of a service": [of({ Sid: "Files", Action: ["s3:*"], Resource: "arn:x" }), /actions of Files/],
    "all but some": [of({ NotAction: "iam:*", Resource: "arn:x" }), /all but iam/],
  },
  unknownIs: { fine: of(UNKNOWN) },
  mutant,
});
