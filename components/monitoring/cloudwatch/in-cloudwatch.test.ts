import assert from "node:assert/strict";
import { output } from "@pulumi/pulumi";
import type { MonitoringPlanArgs } from "@pyairtable/monitoring/plan";
import { recordProgram, resourceOf, resourcesOf } from "../../shared/test-mocks.ts";
import type { MonitoringArgs } from "../args.ts";
import { Monitoring } from "../monitoring.ts";
import { ACCOUNT, AWS, monitoringOf, PLAN, WORLD } from "../test-world.ts";
import { dashboardBody } from "./dashboard.ts";
import { type InCloudWatchArgs, inCloudWatch } from "./in-cloudwatch.ts";

const alarmsOf = (service: string) =>
  ["tasks-missing", "memory-high", "errors-5xx"].map((kind) => `shop-prod-${service}-${kind}`);
const SERVICES = [
  { name: "orders", tier: "critical", alarmNames: alarmsOf("orders"), logGroupName: "/shop/prod/orders" },
  { name: "worker", tier: "batch", alarmNames: alarmsOf("worker"), logGroupName: "/shop/prod/worker" },
] as const;
const NO_ALARMS = { emails: [], composite: false, dashboard: false } as const;
const record = (
  args: MonitoringPlanArgs = {},
  over: Partial<InCloudWatchArgs> = {},
  more: Partial<MonitoringArgs> = {},
) =>
  recordProgram(WORLD, false, () => {
    const world = inCloudWatch({
      accountId: ACCOUNT,
      clusterName: "shop-prod",
      loadBalancerArnSuffix: output("app/edge/1"),
      alarmTopicArn: "arn:topic",
      services: SERVICES,
      ...over,
    });
    const monitoring = monitoringOf({ prometheus: "off", ...args });
    return new Monitoring("watch", { plan: PLAN, monitoring, dashboards: {}, worlds: [world], ...more });
  });

describe("Monitoring in CloudWatch", () => {
  it("says in one message what alarms of critical services say", async () => {
    const composites = resourcesOf(await record(), AWS.composite).map(({ inputs }) => inputs);
    assert.deepEqual(
      composites.map(({ alarmName, alarmRule }) => `${alarmName}: ${alarmRule}`),
      [
        'shop-prod-critical-users: ALARM("shop-prod-orders-errors-5xx")',
        'shop-prod-critical-capacity: ALARM("shop-prod-orders-tasks-missing")',
      ],
    );
    assert.deepEqual(composites[0]?.alarmActions, ["arn:topic"]);
  });
  it("has one dashboard, of the load balancer and of services that come later too", async () => {
    const body = JSON.parse(String(resourceOf(await record(), AWS.dashboard).inputs.dashboardBody));
    assert.equal(body.widgets.length, 4);
    assert.match(JSON.stringify(body), /SEARCH\('\{AWS\/ECS,ClusterName,ServiceName\}/);
    assert.match(JSON.stringify(body), /app\/edge\/1/);
  });
  it("adds databases and caches where there are some", () => {
    const source = { region: "r", clusterName: "c", loadBalancer: "l", databases: ["db-1"], caches: ["redis-1"] };
    const { widgets } = dashboardBody(source) as { widgets: { x: number; y: number }[] };
    assert.equal(widgets.length, 8);
    assert.equal(new Set(widgets.map(({ x, y }) => `${x},${y}`)).size, 8);
  });
  it("counts lines by choice", async () => {
    const metricFilters = [{ name: "Fatal", pattern: '{ $.level = "fatal" }', services: ["orders"] }];
    const recording = await record({ logs: { metricFilters } });
    const { inputs } = resourceOf(recording, AWS.metricFilter);
    assert.equal(inputs.logGroupName, "/shop/prod/orders");
    assert.equal(resourcesOf(await record(), AWS.metricFilter).length, 0);
  });
  it("asks the public address from outside by choice, and tells when it does not answer", async () => {
    const plan = { ...PLAN, region: "us-east-1" };
    const monitoring = {
      ...monitoringOf({ prometheus: "off" }),
      alarms: { ...NO_ALARMS, canary: { path: "/healthz" } },
    };
    const recording = await record({}, {}, { plan, monitoring });
    const { inputs } = resourceOf(recording, AWS.healthCheck);
    assert.deepEqual([inputs.fqdn, inputs.resourcePath, inputs.type], [PLAN.edge.domain, "/healthz", "HTTPS"]);
    const alarm = resourceOf(recording, AWS.alarm).inputs;
    assert.deepEqual(alarm.dimensions, { HealthCheckId: "watch-canary-id" });
    assert.deepEqual([alarm.alarmActions, alarm.treatMissingData], [["arn:topic"], "breaching"]);
    assert.equal(resourcesOf(await record(), AWS.healthCheck).length, 0);
  });
  it("makes nothing that was not asked for", async () => {
    const recording = await record({ alarms: { composite: false, dashboard: false } });
    assert.equal(recording.resources.filter(({ custom }) => custom).length, 0);
    const alone = await record({}, { services: [SERVICES[1]] });
    assert.equal(resourcesOf(alone, AWS.composite).length, 0);
  });
});
