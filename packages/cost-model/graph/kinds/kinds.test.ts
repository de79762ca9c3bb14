import assert from "node:assert/strict";
import { priceGraph } from "../../index.ts";
import { resource } from "../../test/plan-graph.ts";
import { KINDS } from "./index.ts";

/** Type, properties, USD a month by hand. */
const cases: readonly (readonly [type: string, props: Record<string, unknown>, usd: number])[] = [
  ["aws:lb/loadBalancer:LoadBalancer", { internal: true }, 19.35],
  ["aws:lb/loadBalancer:LoadBalancer", { subnets: ["a", "b", "c"] }, 30.3],
  ["aws:lb/loadBalancer:LoadBalancer", { internal: true, loadBalancerType: "network" }, 18.62],
  ["aws:ec2/natGateway:NatGateway", {}, 32.85],
  ["aws:ec2/eip:Eip", {}, 3.65],
  ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "Interface", subnetIds: ["a", "b", "c"] }, 21.9],
  ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "Gateway" }, 0],
  ["aws:cloudwatch/metricAlarm:MetricAlarm", { period: 60 }, 0.1],
  ["aws:cloudwatch/metricAlarm:MetricAlarm", { period: 10 }, 0.3],
  [
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    { metricQueries: [{ metric: {} }, { metric: {} }, { expression: "a" }] },
    0.2,
  ],
  ["aws:appautoscaling/policy:Policy", { policyType: "TargetTrackingScaling" }, 0.2],
  ["aws:appautoscaling/policy:Policy", { policyType: "PredictiveScaling" }, 0],
  ["aws:secretsmanager/secret:Secret", { name: "x" }, 0.4],
  ["aws:kms/key:Key", {}, 1],
  ["aws:wafv2/webAcl:WebAcl", { rules: [{}, {}] }, 19],
  ["aws:eks/cluster:Cluster", {}, 73],
  ["aws:ec2/instance:Instance", { instanceType: "t4g.nano", rootBlockDevice: { volumeSize: 8 } }, 3.71],
  ["aws:ebs/volume:Volume", { type: "gp3", size: 100 }, 8],
  ["aws:rds/instance:Instance", { instanceClass: "db.t4g.small", allocatedStorage: 20, multiAz: true }, 51.32],
  ["aws:s3/bucket:Bucket", {}, 0.12],
  ["aws:ecs/cluster:Cluster", { settings: [{ name: "containerInsights", value: "enabled" }] }, 3.9],
  ["aws:cloudwatch/logGroup:LogGroup", { name: "/vpc/flow-logs", retentionInDays: 30 }, 2.52],
  [
    "aws:cloudwatch/logGroup:LogGroup",
    { name: "/vpc/flow-logs", logGroupClass: "INFREQUENT_ACCESS", retentionInDays: 30 },
    1.27,
  ],
  ["aws:ecs/taskDefinition:TaskDefinition", { ephemeralStorage: { sizeInGib: 120 } }, 8.1],
];

describe("graph kinds", () => {
  for (const [type, props, usd] of cases) {
    it(`${type} ${JSON.stringify(props)} costs ${usd}`, () => {
      assert.equal(priceGraph([resource(type, "x", props)], "us-east-1").monthlyUsd, usd);
    });
  }

  it("are at least 12, each type in one kind only", () => {
    const types = KINDS.flatMap((kind) => kind.types);
    assert.ok(KINDS.length >= 12);
    assert.equal(new Set(types).size, types.length);
  });

  it("count a secret once where a task reads it", () => {
    const valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db:password::";
    const containerDefinitions = JSON.stringify([{ secrets: [{ name: "A", valueFrom }] }]);
    const graph = ["a", "b"].flatMap((name) => [
      resource("aws:ecs/taskDefinition:TaskDefinition", name, { containerDefinitions, tags: { Service: name } }),
      resource("aws:ecs/service:Service", name, { tags: { Service: name } }),
    ]);
    graph.push(resource("aws:secretsmanager/secret:Secret", "db", { name: "db" }));
    assert.equal(priceGraph(graph, "us-east-1").monthlyUsd, 0.4);
  });
});
