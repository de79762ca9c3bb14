import assert from "node:assert/strict";
import type { OffHours, Plan } from "@pyairtable/plan";
import { samplePlan, sampleService } from "../../spot-risk/test/sample-plan.ts";
import { type GraphResource, priceGraph, pricePlan } from "../index.ts";
import { planGraph, resource } from "../test/plan-graph.ts";

const nights: OffHours = {
  replicas: 0,
  sleepCron: "cron(0 20 ? * MON,TUE,WED,THU,FRI *)",
  wakeCron: "cron(0 7 ? * MON,TUE,WED,THU,FRI *)",
  timeZone: "America/New_York",
  shareOfWeek: 0.6131,
  why: "test",
};
const spread = { onDemandBase: 1, onDemandWeight: 3, spotWeight: 7, why: "test" };
const plain = samplePlan([
  sampleService("api", {
    replicas: { min: 2, max: 8 },
    placement: spread,
    route: { paths: ["/api/*"], priority: 10 },
    scaling: { cpuPercent: 60, memoryPercent: 75, requestsPerMinute: 900 },
    deployment: { strategy: "canary", minimumHealthyPercent: 100, maximumPercent: 200 },
    secrets: [
      { variable: "DB", secretName: "api/db" },
      { variable: "KEY", secretName: "shared/key" },
    ],
  }),
  sampleService("jobs", {
    offHours: nights,
    placement: { ...spread, onDemandBase: 0, onDemandWeight: 0, spotWeight: 1 },
  }),
  sampleService("mail", { replicas: { min: 1, max: 4 }, secrets: [{ variable: "KEY", secretName: "shared/key" }] }),
]);
const { network, edge } = plain;
const loaded: Plan = {
  ...plain,
  network: {
    ...network,
    nat: "instance",
    interfaceEndpoints: ["logs"],
    flowLogs: { enabled: true, retentionDays: 14 },
  },
  edge: { ...edge, waf: true, accessLogs: { enabled: true, retentionDays: 90 } },
  cluster: { ...plain.cluster, containerInsights: "enhanced", exec: { auditRetentionDays: 90, why: "test" } },
  kubernetes: { mode: "eks", why: "test" },
};

describe("priceGraph", () => {
  for (const [name, plan] of Object.entries({
    plain,
    loaded,
    perZone: { ...plain, network: { ...network, nat: "per-zone" as const } },
  })) {
    it(`agrees with the plan's price within 1%, whole and per service: ${name}`, () => {
      const byPlan = pricePlan(plan);
      const byGraph = priceGraph(planGraph(plan), "us-east-1");
      near(byGraph.monthlyUsd, byPlan.plannedUsd);
      for (const [service, { plannedUsd, parts }] of Object.entries(byPlan.services)) {
        // The first reader of a shared secret carries it in the graph.
        const shared = service === "api" ? 0.4 : 0;
        assert.ok(Math.abs(byGraph.services[service]! - plannedUsd - shared) < 0.02);
        assert.ok(parts.logs > 0);
      }
      assert.deepEqual(byGraph.unpriced, []);
    });
  }

  it("adds up to the cent", () => {
    const cost = priceGraph(planGraph(loaded), "us-east-1");
    const cents = (list: readonly number[]) => list.reduce((sum, usd) => sum + Math.round(usd * 100), 0);
    assert.equal(cents(cost.resources.map((r) => r.usd)), Math.round(cost.monthlyUsd * 100));
    assert.equal(cents(Object.values(cost.services)), Math.round(cost.monthlyUsd * 100));
  });

  it("lists what costs money and has no price, and says nothing of what is free", () => {
    const cost = priceGraph(
      [
        resource("aws:elasticache/cluster:Cluster", "cache", {}),
        resource("aws:ec2/instance:Instance", "big", { instanceType: "x2gd.metal" }),
        resource("aws:ecs/service:Service", "orphan", { tags: { Service: "orphan" } }),
        resource("aws:iam/role:Role", "role", {}),
        resource("pyairtable:ecs:Service", "component", {}),
      ],
      "us-east-1",
    );
    assert.equal(cost.monthlyUsd, 0);
    assert.deepEqual(
      cost.unpriced.map((u) => [u.type, u.why]),
      [
        ["aws:elasticache/cluster:Cluster", "no price of aws:elasticache/cluster:Cluster"],
        ["aws:ec2/instance:Instance", "no price of instance type x2gd.metal"],
        ["aws:ecs/service:Service", "no task definition with a known size and the same Service tag"],
      ],
    );
  });

  it("prices on where a preview does not know a value yet", () => {
    const props = new Proxy({ tags: { Service: "platform" } } as Record<string, unknown>, {
      get(target, key) {
        if (key === "subnets" || key === "loadBalancerType") throw new Error("unknown during preview");
        return target[key as string];
      },
    });
    const balancer: GraphResource = { type: "aws:lb/loadBalancer:LoadBalancer", name: "edge", urn: "urn", props };
    // 16.43 + 2.92 + two addresses of 3.65
    assert.equal(priceGraph([balancer], "us-east-1").monthlyUsd, 26.65);
  });

  it("refuses a region without prices", () => {
    assert.throws(() => priceGraph([], "eu-west-1"), /a region with a price table: us-east-1/);
  });
});

function near(got: number, wanted: number): void {
  assert.ok(Math.abs(got - wanted) <= wanted * 0.01, `${got} is not within 1% of ${wanted}`);
}
