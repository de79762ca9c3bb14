import assert from "node:assert/strict";
import type { Placement, Plan, ServicePlan } from "@pyairtable/plan";
import { parsePlatform } from "./parse-platform.ts";
import { type PlatformOutputSource, platformOutputs } from "./platform-outputs.ts";
import { samplePlatform } from "./testing/sample-platform.ts";

const WATCHED = {
  monthlyUsd: 31.456,
  doors: { grafana: "http://views:3000", prometheus: "http://metrics:9090" },
  alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
};

function service(name: string, overrides: Partial<ServicePlan> = {}): ServicePlan {
  return {
    name,
    runtime: "ecs",
    tier: "standard",
    port: 8080,
    replicas: { min: 4, max: 8 },
    slo: { availability: 0.999, latencyP95Ms: 300 },
    placement: { onDemandBase: 2, onDemandWeight: 1, spotWeight: 3, why: "test" },
    tags: { CostCenter: "CC-1", Owner: "records" },
    ...overrides,
  } as ServicePlan;
}

function source(
  overrides: Partial<PlatformOutputSource> = {},
  services = [service("a-service"), service("b-service")],
): PlatformOutputSource {
  const { network, cluster, edge, services: samples } = samplePlatform();
  const wired = samples["record-service"]!;
  const { arn, dnsName, url, securityGroupId, logGroupName } = wired;
  const each = <T>(value: T) => Object.fromEntries(services.map(({ name }) => [name, value]));
  return {
    plan: {
      environment: "dev",
      region: "us-east-1",
      network: { cidr: "10.20.0.0/16" },
      services,
      budget: { monthlyUsd: 300, dailyAlertUsd: 20 },
      monitoring: { grafanaUrl: "https://grafana.example", scrapeIntervalSeconds: 30, retentionDays: 31 },
    } as unknown as Plan,
    network,
    cluster,
    edge,
    services: each({ arn, dnsName, url, securityGroupId, logGroupName }),
    cost: { baselineUsd: 655.104, plannedUsd: 231.759, services: each({ baselineUsd: 18.021, plannedUsd: 9.126 }) },
    monitoring: WATCHED,
    availability: each({ availabilityPercent: 99.97, survivesTotalSpotLoss: true }),
    ...overrides,
  };
}

function percents(byService: Record<string, number>): PlatformOutputSource["availability"] {
  return Object.fromEntries(
    Object.entries(byService).map(([name, availabilityPercent]) => [
      name,
      { availabilityPercent, survivesTotalSpotLoss: false },
    ]),
  );
}

function share(placement: Partial<Placement>, min: number): number {
  const one = service("a-service", {
    replicas: { min, max: 9 },
    placement: { onDemandBase: 0, onDemandWeight: 0, spotWeight: 0, why: "", ...placement },
  });
  return platformOutputs(source({}, [one])).services["a-service"]!.spotShare;
}

describe("platformOutputs", () => {
  it("builds what the reader accepts", () => {
    const built = platformOutputs(source());
    assert.deepEqual(parsePlatform(JSON.parse(JSON.stringify(built)), "test"), built);
  });

  it("takes plain facts from the plan and rounds money to cents", () => {
    const { services, cost, network, environment } = platformOutputs(source());
    assert.deepEqual(cost, {
      currency: "USD",
      baselineUsd: 655.1,
      plannedUsd: 231.76,
      savedPercent: 64.6,
      budgetUsd: 300,
      dailyAlertUsd: 20,
    });
    assert.equal(services["a-service"]!.monthlyUsd, 9.13);
    assert.equal(services["a-service"]!.costCenter, "CC-1");
    assert.equal(network.cidr, "10.20.0.0/16");
    assert.equal(environment, "dev");
  });

  it("says where the stack is watched, what that costs, and null for what is not there", () => {
    assert.deepEqual(platformOutputs(source()).monitoring, {
      monthlyUsd: 31.46,
      grafanaUrl: "https://grafana.example",
      grafanaAddress: "http://views:3000",
      prometheusUrl: "http://metrics:9090",
      alertmanagerUrl: null,
      jaegerUrl: null,
      otlpUrl: null,
      alarmTopicArn: WATCHED.alarmTopicArn,
      scrapeIntervalSeconds: 30,
      retentionDays: 31,
    });
    const alone = platformOutputs(source({ monitoring: { ...WATCHED, doors: {} } })).monitoring;
    assert.equal(alone.grafanaUrl, null);
  });

  it("has no saving to show without a baseline, and a negative one where the plan costs more", () => {
    const { services } = source().cost;
    assert.equal(platformOutputs(source({ cost: { baselineUsd: 0, plannedUsd: 5, services } })).cost.savedPercent, 0);
    assert.equal(
      platformOutputs(source({ cost: { baselineUsd: 100, plannedUsd: 150, services } })).cost.savedPercent,
      -50,
    );
  });

  it("shares Spot as ECS splits whole tasks after the on-demand base", () => {
    assert.equal(share({ onDemandBase: 1, onDemandWeight: 3, spotWeight: 7 }, 2), 0.5);
    assert.equal(share({ onDemandBase: 2, onDemandWeight: 1, spotWeight: 3 }, 4), 0.25);
    assert.equal(share({ spotWeight: 1 }, 3), 1);
    assert.equal(share({ onDemandBase: 5, spotWeight: 1 }, 3), 0);
    assert.equal(share({ onDemandBase: 1, onDemandWeight: 1 }, 3), 0);
    assert.equal(share({ spotWeight: 1 }, 0), 0);
  });

  it("names the worst service and never rounds its availability up", () => {
    const two = [service("a-service"), service("b-service", { slo: { availability: 0.9999, latencyP95Ms: 300 } })];
    const availability = percents({ "a-service": 99.9339, "b-service": 99.98 });
    assert.deepEqual(platformOutputs(source({ availability }, two)).availability, {
      lowest: 99.933,
      service: "a-service",
      sloMet: false,
    });
  });

  it("meets an objective that is reached exactly", () => {
    const built = platformOutputs(source({ availability: percents({ "a-service": 99.9, "b-service": 99.9 }) }));
    assert.deepEqual(built.availability, { lowest: 99.9, service: "a-service", sloMet: true });
  });

  it("leaves services that do not run on ECS to a later part of the contract", () => {
    const built = platformOutputs(source({}, [service("a-service"), service("c-service", { runtime: "kubernetes" })]));
    assert.deepEqual(Object.keys(built.services), ["a-service"]);
  });

  const absent: [string, Partial<PlatformOutputSource>, RegExp][] = [
    ["resources", { services: {} }, /a-service is in the plan without resources/],
    ["a cost", { cost: { baselineUsd: 1, plannedUsd: 1, services: {} } }, /a-service is in the plan without a cost/],
    ["an availability", { availability: {} }, /a-service is in the plan without an availability/],
  ];
  for (const [what, overrides, message] of absent) {
    it(`is our bug where a service has no ${what}`, () => {
      assert.throws(() => platformOutputs(source(overrides)), message);
    });
  }
});
