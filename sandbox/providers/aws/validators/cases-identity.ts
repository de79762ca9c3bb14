import type { Properties } from "../../values.ts";
import type { Case } from "./cases.ts";

const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } };
const read = { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:aws:s3:::bucket/*" };
const document = (...statements: object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const assume = (change: object): Properties => ({ assumeRolePolicy: document({ ...trust, ...change }) });
const policy = (change: object): Properties => ({ policy: document({ ...read, ...change }) });

export const IDENTITY_CASES: readonly Case[] = [
  {
    type: "aws:iam/role:Role",
    good: { assumeRolePolicy: document(trust), maxSessionDuration: 3600, path: "/app/" },
    bad: [
      ["broken JSON", { assumeRolePolicy: "{" }, "assumeRolePolicy"],
      ["trust without a principal", assume({ Principal: undefined }), "assumeRolePolicy.Statement[0].Principal"],
      ["trust with a resource", assume({ Resource: "*" }), "assumeRolePolicy.Statement[0].Resource"],
      ["trust for another action", assume({ Action: "s3:GetObject" }), "assumeRolePolicy.Statement[0].Action"],
      [
        "a service of no name",
        assume({ Principal: { Service: "ecs" } }),
        "assumeRolePolicy.Statement[0].Principal.Service",
      ],
      ["a session of two days", { maxSessionDuration: 172_800 }, "maxSessionDuration"],
      ["a path without an end", { path: "/app" }, "path"],
      [
        "a trust policy over 2048 characters",
        assume({ Condition: { StringEquals: { "aws:SourceAccount": "1".repeat(2100) } } }),
        "assumeRolePolicy",
      ],
    ],
  },
  {
    type: "aws:iam/policy:Policy",
    good: { policy: document(read) },
    bad: [
      [
        "an unknown version",
        { policy: JSON.stringify({ Version: "2020-01-01", Statement: [read] }) },
        "policy.Version",
      ],
      ["no statement", { policy: document() }, "policy.Statement"],
      ["an effect of another kind", policy({ Effect: "Permit" }), "policy.Statement[0].Effect"],
      ["no action", policy({ Action: undefined }), "policy.Statement[0].Action"],
      ["an action without a service", policy({ Action: "GetObject" }), "policy.Statement[0].Action"],
      ["no resource", policy({ Resource: undefined }), "policy.Statement[0].Resource"],
      ["a resource that is no ARN", policy({ Resource: "bucket" }), "policy.Statement[0].Resource"],
      ["a principal", policy({ Principal: "*" }), "policy.Statement[0].Principal"],
      ["a misspelt element", policy({ Resources: "*" }), "policy.Statement[0].Resources"],
      ["a Sid that is used twice", { policy: document(read, read) }, "policy.Statement[1].Sid"],
      ["a Sid with a dash", policy({ Sid: "a-b" }), "policy.Statement[0].Sid"],
      ["a document over 6144 characters", policy({ Resource: `arn:aws:s3:::${"x".repeat(6200)}` }), "policy"],
    ],
  },
  {
    type: "aws:iam/rolePolicy:RolePolicy",
    good: { role: "r", policy: document(read) },
    bad: [["a list as a document", { policy: "[]" }, "policy"]],
  },
  {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    good: { role: "r", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
    bad: [["an ARN of a role", { policyArn: "arn:aws:iam::123456789012:role/r" }, "policyArn"]],
  },
  {
    type: "aws:kms/key:Key",
    good: {
      deletionWindowInDays: 30,
      policy: document({
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::123456789012:root" },
        Action: "kms:*",
        Resource: "*",
      }),
    },
    bad: [
      ["a window of a day", { deletionWindowInDays: 1 }, "deletionWindowInDays"],
      [
        "a policy that locks everybody out",
        {
          policy: document({
            Effect: "Allow",
            Principal: { Service: "logs.us-east-1.amazonaws.com" },
            Action: "kms:Decrypt",
            Resource: "*",
          }),
        },
        "policy",
      ],
    ],
  },
  {
    type: "aws:secretsmanager/secret:Secret",
    good: { recoveryWindowInDays: 0 },
    bad: [["a window of three days", { recoveryWindowInDays: 3 }, "recoveryWindowInDays"]],
  },
  {
    type: "aws:s3/bucketPolicy:BucketPolicy",
    good: { bucket: "b", policy: document({ ...read, Principal: "*" }) },
    bad: [["no principal", policy({}), "policy.Statement[0].Principal"]],
  },
];
