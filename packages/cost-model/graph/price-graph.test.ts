import assert from "node:assert/strict";
import { type MonitoringPlanArgs, monitoringPlan } from "@pyairtable/monitoring/plan";
import type { OffHours, Plan } from "@pyairtable/plan";
import { onKubernetes, sampleKubernetes, samplePlan, sampleService } from "../../spot-risk/test/sample-plan.ts";
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
  kubernetes: sampleKubernetes("eks"),
};
const windows = [{ start: "0 7 * * 1,2,3,4,5", end: "0 20 * * 1,2,3,4,5", timeZone: "UTC", replicas: 2, why: "test" }];
const keda = { kind: "keda" as const, why: "test", maxReplicas: 6, cpuPercent: 60, memoryPercent: null, queues: [] };
const mixed: readonly Plan["services"][number][] = [
  ...plain.services,
  sampleService("pods", {
    ...onKubernetes("pods", "spread", { replicas: { min: 2, max: 8 } }),
    route: { paths: ["/pods/*"], priority: 20 },
    secrets: [
      { variable: "OWN", secretName: "pods/own" },
      { variable: "KEY", secretName: "shared/key" },
    ],
  }),
  sampleService("sleeper", onKubernetes("sleeper", "spot", { autoscaler: { ...keda, minReplicas: 0, windows } })),
  sampleService("early", onKubernetes("early", "on-demand", { autoscaler: { ...keda, minReplicas: 1, windows } })),
  sampleService("old", {
    ...onKubernetes("old", "spot"),
    architecture: "x86_64",
    route: { paths: ["/o"], priority: 21 },
  }),
];
const onEks: Plan = { ...loaded, services: mixed, kubernetes: sampleKubernetes("eks", { ingressClass: "alb" }) };
const theirs: Plan = { ...plain, services: mixed, kubernetes: sampleKubernetes("existing") };
/** Many tasks: the graph knows samples by tasks alone, the plan by routes too. */
const many: Plan = {
  ...plain,
  services: Array.from({ length: 30 }, (_, i) => sampleService(`many-${i}`, { replicas: { min: 1, max: 4 } })),
};
const watched = (plan: Plan, args: MonitoringPlanArgs = {}): Plan => ({
  ...plan,
  monitoring: monitoringPlan(plan, args),
});
const podsOnly = mixed.filter(({ kubernetes }) => kubernetes !== null);

describe("priceGraph", () => {
  for (const [name, plan] of Object.entries({
    plain,
    loaded,
    onEks,
    theirs,
    podsOnEks: { ...onEks, services: podsOnly },
    watched: watched(plain),
    watchedLoaded: watched({ ...loaded, production: false, kubernetes: plain.kubernetes }),
    watchedByAws: watched(many, { prometheus: "managed" }),
    watchedFromOutside: watched(plain, { alarms: { canary: { path: "/healthz" } } }),
    watchedByNobody: watched(plain, { alarms: { composite: false, dashboard: false } }),
    watchedOnEks: watched(onEks),
    watchedOnTheirs: watched(theirs),
    perZone: { ...plain, network: { ...network, nat: "per-zone" as const } },
  })) {
    it(`agrees with the plan's price within 1%, whole and per service: ${name}`, () => {
      const byPlan = pricePlan(plan);
      const byGraph = priceGraph(planGraph(plan), "us-east-1");
      near(byGraph.monthlyUsd, byPlan.plannedUsd);
      for (const [service, { plannedUsd, parts, shadowUsd }] of Object.entries(byPlan.services)) {
        // The first reader of a shared secret carries it in the graph.
        const first = plan.services.find(({ secrets }) =>
          secrets.some(({ secretName }) => secretName === "shared/key"),
        );
        const shared = service === first?.name && byPlan.shared.sharedSecrets.plannedUsd > 0 ? 0.4 : 0;
        const got = byGraph.services[service] ?? 0;
        assert.ok(Math.abs(got - plannedUsd - shared) < 0.02, `${service}: ${got} and ${plannedUsd}`);
        const unbilled = byGraph.shadow.services[service] ?? 0;
        assert.ok(Math.abs(unbilled - shadowUsd) < 0.02, `${service}: shadow ${unbilled} and ${shadowUsd}`);
        assert.equal(parts.logs > 0, runsOnEcs(plan, service));
      }
      assert.ok(Math.abs(byGraph.shadow.monthlyUsd - byPlan.shadowUsd) < 0.05);
      assert.deepEqual(byGraph.unpriced, []);
    });
  }

  it("charges nothing here for a plan that is wholly on somebody else's cluster", () => {
    const plan = { ...theirs, services: podsOnly };
    assert.equal(pricePlan(plan).plannedUsd, 0);
    const { monthlyUsd, shadow } = priceGraph(planGraph(plan), "us-east-1");
    assert.equal(monthlyUsd, 0);
    assert.ok(shadow.monthlyUsd > 10);
  });

  it("takes word of who pays for the nodes where the cluster is another stack's", () => {
    const graph = planGraph({ ...theirs, services: podsOnly });
    const { monthlyUsd, shadow } = priceGraph(graph, "us-east-1", { nodes: "ours" });
    assert.ok(monthlyUsd > 10);
    assert.equal(shadow.monthlyUsd, 0);
  });

  it("counts every ECS service under one tag, secrets and logs once", () => {
    const graph = planGraph(plain);
    const before = priceGraph(graph, "us-east-1");
    const twin = graph.find(({ type, name }) => type === "aws:ecs/service:Service" && name === "mail")!;
    const props = { ...twin.props, name: "mail-twin", desiredCount: 2 };
    const after = priceGraph([...graph, resource(twin.type, "mail-twin", props)], "us-east-1");
    const computeOf = ({ resources }: typeof before) =>
      resources.filter(({ type, service }) => type === twin.type && service === "mail").map(({ usd }) => usd);
    assert.deepEqual(computeOf(after).slice(0, 1), computeOf(before));
    // One task and its growth by 15%, and two tasks.
    assert.ok(computeOf(after)[1]! > computeOf(before)[0]!);
    const logs = after.resources.filter(({ type, service }) => type.includes("logGroup") && service === "mail");
    assert.equal(logs.length, 1);
    assert.deepEqual(after.unpriced, []);
  });

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

function runsOnEcs({ services }: Plan, name: string): boolean {
  return services.some((service) => service.name === name && service.kubernetes === null);
}
