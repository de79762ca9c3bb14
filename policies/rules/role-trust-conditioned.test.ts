import { editStatements, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { roleTrustConditioned } from "./role-trust-conditioned.ts";

const ROLE = "aws:iam/role:Role";
const of = (statement: object | string) =>
  resource(ROLE, {
    assumeRolePolicy:
      typeof statement === "string" ? statement : JSON.stringify({ Statement: { Effect: "Allow", ...statement } }),
  });
const TASKS = { Service: "ecs-tasks.amazonaws.com" };

export const mutant: Mutant = (graph) =>
  editStatements(
    graph,
    ROLE,
    "assumeRolePolicy",
    (statements) => delete statements[0].Condition,
    (role) => role.props.assumeRolePolicy.includes("ecs-tasks.amazonaws.com"),
  );

testRule(roleTrustConditioned, {
  config: { exempt: ["ec2.amazonaws.com"] },
  passes: {
    "a source account": of({ Principal: TASKS, Condition: { StringEquals: { "aws:SourceAccount": "1" } } }),
    "a source ARN": of({ Principal: TASKS, Condition: { ArnLike: { "aws:SourceArn": "arn:x" } } }),
    "a service that sends none": of({ Principal: { Service: "ec2.amazonaws.com" } }),
    "an account": of({ Principal: { AWS: "arn:aws:iam::1:root" } }),
  },
  fails: {
    "no condition": [of({ Principal: TASKS }), /trust of ecs-tasks.amazonaws.com/],
    "another condition": [
      of({ Principal: TASKS, Condition: { StringEquals: { "aws:RequestedRegion": "x" } } }),
      /SourceAccount/,
    ],
    everyone: [of({ Principal: "*" }), /"everyone"/],
  },
  unknownIs: { fine: of(UNKNOWN) },
  mutant,
});
