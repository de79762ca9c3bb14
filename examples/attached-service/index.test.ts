import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { mockPlatform } from "@pyairtable/outputs/testing";

describe("the attached-service example, under mocks", () => {
  const mocks = mockPlatform({
    network: { vpcId: "vpc-shared" },
    services: { "record-service": { port: 8123, securityGroupId: "sg-records" } },
  });

  before(async () => {
    pulumi.runtime.setAllConfig({ "usage-reports:platformStack": "organization/pyairtable/dev" });
    await pulumi.runtime.setMocks(mocks, "usage-reports", "dev", false, "organization");
    const program = await import("./index.ts");
    const settled = pulumi.output(program.reports) as unknown as { promise(): Promise<typeof program.reports> };
    const { dnsName, calls } = await settled.promise();
    assert.deepEqual(
      { dnsName, calls },
      {
        dnsName: "usage-reports.pyairtable-dev.internal",
        calls: "http://record-service.pyairtable-dev.internal:8080",
      },
    );
    await pulumi.runtime.disconnect();
  });

  const inputs = (type: string) => mocks.resources.filter((r) => r.type === type).map((r) => r.inputs);

  it("puts its security group into the platform's network", () => {
    assert.deepEqual(
      inputs("aws:ec2/securityGroup:SecurityGroup").map(({ vpcId }) => vpcId),
      ["vpc-shared"],
    );
  });

  it("opens record-service's port, and no other, to its own security group", () => {
    const rules = inputs("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    assert.equal(rules.length, 1);
    assert.deepEqual([rules[0]!.securityGroupId, rules[0]!.fromPort, rules[0]!.toPort], ["sg-records", 8123, 8123]);
  });

  it("watches record-service's log group", () => {
    const [filter] = inputs("aws:cloudwatch/logMetricFilter:LogMetricFilter");
    assert.equal(filter!.logGroupName, "/pyairtable/dev/record-service");
  });
});
