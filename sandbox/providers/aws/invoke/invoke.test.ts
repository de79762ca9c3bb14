import assert from "node:assert/strict";
import { startFresh } from "../../testing/client.ts";
import { UNKNOWN } from "../../values.ts";

describe("aws stand-in functions", () => {
  let fresh: Awaited<ReturnType<typeof startFresh>>;
  before(async () => {
    fresh = await startFresh({ accountId: "210987654321" });
  });
  after(() => fresh.stop());

  it("knows account, partition and zones", async () => {
    assert.equal((await fresh.aws.invoke("aws:index/getCallerIdentity:getCallerIdentity")).accountId, "210987654321");
    assert.equal((await fresh.aws.invoke("aws:index/getPartition:getPartition")).dnsSuffix, "amazonaws.com");
    const zones = await fresh.aws.invoke("aws:index/getAvailabilityZones:getAvailabilityZones", { state: "available" });
    assert.deepEqual((zones.names as string[]).slice(0, 2), ["us-east-1a", "us-east-1b"]);
  });

  it("renders a policy document with one-element lists as strings", async () => {
    const { json } = await fresh.aws.invoke("aws:iam/getPolicyDocument:getPolicyDocument", {
      statements: [
        {
          sid: "Read",
          actions: ["s3:GetObject"],
          resources: ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"],
          principals: [{ type: "Service", identifiers: ["ecs-tasks.amazonaws.com"] }],
          conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: ["210987654321"] }],
        },
      ],
    });
    assert.deepEqual(JSON.parse(String(json)), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"],
          Principal: { Service: "ecs-tasks.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": "210987654321" } },
        },
      ],
    });
  });

  it("finds prefix lists by name and by filter", async () => {
    const byName = await fresh.aws.invoke("aws:ec2/getPrefixList:getPrefixList", {
      name: "com.amazonaws.us-east-1.s3",
    });
    const filters = [{ name: "prefix-list-name", values: ["com.amazonaws.us-east-1.s3"] }];
    const byFilter = await fresh.aws.invoke("aws:ec2/getManagedPrefixList:getManagedPrefixList", { filters });
    assert.equal(byName.id, byFilter.id);
    await assert.rejects(
      fresh.aws.invoke("aws:ec2/getPrefixList:getPrefixList", { name: "none" }),
      /InvalidPrefixListID.NotFound/,
    );
  });

  it("looks things up in this cloud", async () => {
    await fresh.aws.make("aws:ssm/parameter:Parameter", "p", { name: "/app/key", type: "String", value: "v" });
    assert.equal((await fresh.aws.invoke("aws:ssm/getParameter:getParameter", { name: "/app/key" })).value, "v");
    await assert.rejects(
      fresh.aws.invoke("aws:ssm/getParameter:getParameter", { name: "/app/none" }),
      /ParameterNotFound/,
    );
  });

  it("says what it has when asked for what it lacks, and refuses unknown arguments", async () => {
    await assert.rejects(
      fresh.aws.invoke("aws:ec2/getAmi:getAmi"),
      /no function aws:ec2\/getAmi:getAmi; it has .*getCallerIdentity/,
    );
    await assert.rejects(fresh.aws.invoke("aws:ssm/getParameter:getParameter", { name: UNKNOWN }), /not known yet/);
  });
});
