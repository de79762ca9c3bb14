import assert from "node:assert/strict";
import { policyDocument } from "../../../shared/index.ts";
import { normaliseKarpenter } from "./normalise.ts";
import { controllerStatements } from "./statements.ts";
import { karpenterArgs, wiredToNothing } from "./test-args.ts";

const statements = controllerStatements(normaliseKarpenter(karpenterArgs(wiredToNothing())));
const actions = statements.flatMap((statement) => statement.actions);
const bySid = new Map(statements.map((statement) => [statement.sid, statement]));

describe("what Karpenter may do", () => {
  it("pitfall 16: reads instance status", () => {
    assert.ok(bySid.get("ReadRegion")?.actions.includes("ec2:DescribeInstanceStatus"));
  });

  it("pitfall 15: reads its interruption queue, and no other", () => {
    assert.deepEqual(bySid.get("ReadInterruptions")?.resources, [
      "arn:aws:sqs:us-east-1:111122223333:pyairtable-prod-karpenter",
    ]);
  });

  it("has no right over IAM but to pass one role to EC2", () => {
    assert.deepEqual(
      actions.filter((action) => action.startsWith("iam:")),
      ["iam:PassRole"],
    );
    assert.deepEqual(bySid.get("PassNodeRole")?.resources, [
      "arn:aws:iam::111122223333:role/pyairtable-prod-karpenter-node",
    ]);
    assert.deepEqual(bySid.get("PassNodeRole")?.conditions, {
      StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" },
    });
  });

  it("ends and retags only what carries this cluster's tag and a pool's", () => {
    for (const sid of ["EndOwn", "TagOwnNode", "LaunchFromOwnTemplate"]) {
      const conditions = bySid.get(sid)?.conditions;
      assert.equal(conditions?.StringEquals?.["aws:ResourceTag/kubernetes.io/cluster/pyairtable-prod"], "owned", sid);
      assert.equal(conditions?.StringLike?.["aws:ResourceTag/karpenter.sh/nodepool"], "*", sid);
    }
  });

  it("makes nothing without this cluster's tags", () => {
    for (const statement of statements.filter((one) =>
      one.resources.some((arn) => String(arn).includes(":instance/")),
    )) {
      assert.match(
        JSON.stringify(statement.conditions),
        /kubernetes\.io\/cluster\/pyairtable-prod":"owned"/,
        statement.sid,
      );
    }
  });

  it("reads every resource only of its own region", () => {
    for (const { sid, actions: some, resources, conditions } of statements.filter((one) =>
      one.resources.includes("*"),
    )) {
      if (some.includes("pricing:GetProducts")) continue;
      assert.deepEqual([sid, conditions], ["ReadRegion", { StringEquals: { "aws:RequestedRegion": "us-east-1" } }]);
      assert.ok(
        some.every((action) => action.startsWith("ec2:Describe")),
        String(resources),
      );
    }
  });

  it("fits into an inline policy, and is known in preview", () => {
    const document = policyDocument(statements);
    assert.equal(typeof document, "string");
    assert.ok((document as string).length <= 10_240, `${(document as string).length} characters`);
  });
});
