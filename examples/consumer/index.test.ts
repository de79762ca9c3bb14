import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { mockPlatform } from "@pyairtable/outputs/testing";

describe("the consumer example, under mocks", () => {
  const vpc = {
    vpcId: "vpc-own",
    publicSubnetIds: [],
    privateSubnetIds: [],
    isolatedSubnetIds: [],
    routeTables: [],
    subnets: [],
  };
  const mocks = mockPlatform(
    { services: { "record-service": { owner: "team-records" } } },
    { states: { "awsx:ec2:Vpc": () => vpc } as never },
  );

  before(async () => {
    pulumi.runtime.setAllConfig({ "usage-watch:platformStack": "organization/pyairtable/dev" });
    await pulumi.runtime.setMocks(mocks, "usage-watch", "dev", false, "organization");
    const program = await import("./index.ts");
    assert.equal(program.watch.owner, "team-records");
    await pulumi.runtime.disconnect();
  });

  const inputs = (type: string) => mocks.resources.filter((r) => r.type === type).map((r) => r.inputs);

  it("watches record-service's log group", () => {
    const [filter] = inputs("aws:cloudwatch/logMetricFilter:LogMetricFilter");
    assert.equal(filter!.logGroupName, "/pyairtable/dev/record-service");
  });

  it("names the owner to talk to", () => {
    const [alarm] = inputs("aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.match(alarm!.alarmDescription, /team-records/);
  });

  it("puts nothing into the platform's network", () => {
    assert.equal(JSON.stringify(mocks.resources.map((r) => r.inputs)).includes("vpc-0"), false);
  });
});
