import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { assumedBy, policyDocument } from "./policy-document.ts";

const read = { sid: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"] };

describe("policyDocument", () => {
  it("is a plain string where everything is known", () => {
    assert.equal(
      policyDocument([read]),
      '{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}',
    );
  });

  it("is an Output of the same JSON where a part is not", async () => {
    const document = policyDocument([{ ...read, resources: [pulumi.output("arn:aws:s3:::b/*")] }]);
    assert.ok(pulumi.Output.isInstance(document));
    const text = await new Promise((resolve) => document.apply(resolve));
    assert.equal(text, policyDocument([read]));
  });

  it("writes principals and conditions", () => {
    const conditions = { StringEquals: { "aws:SourceAccount": "111122223333" } };
    assert.deepEqual(JSON.parse(assumedBy("ecs-tasks.amazonaws.com", conditions) as string).Statement, [
      {
        Sid: "AssumeRole",
        Effect: "Allow",
        Principal: { Service: "ecs-tasks.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: conditions,
      },
    ]);
  });

  it("denies everyone without fuss, and asks a reason for every resource", () => {
    const everything = { sid: "Tls", effect: "Deny" as const, actions: ["s3:*"], resources: ["*"] };
    assert.match(policyDocument([{ ...everything, principals: "everyone" }]) as string, /"Principal":"\*"/);
    assert.match(
      policyDocument([{ ...read, resources: ["*"], everyResourceBecause: "the action has no resource" }]) as string,
      /"Resource":"\*"/,
    );
  });

  for (const [what, statement, message] of [
    ["an action of *", { ...read, actions: ["*"] }, /every action/],
    ["a whole service", { ...read, actions: ["s3:*"] }, /every action/],
    ["every resource without a reason", { ...read, resources: ["*"] }, /every resource/],
    ["everyone without a condition", { ...read, principals: "everyone" as const }, /everyone/],
    ["no action", { ...read, actions: [] }, /no action/],
    ["a statement id with a dash", { ...read, sid: "read-it" }, /letters and digits/],
  ] as const) {
    it(`refuses ${what}`, () => assert.throws(() => policyDocument([statement]), message));
  }
});
