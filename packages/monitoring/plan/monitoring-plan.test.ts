import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import type { Plan } from "@pyairtable/plan";
import { fixturePlan } from "../testing/fixture.ts";
import type { MonitoringPlanArgs } from "./args.ts";
import { within } from "./cidr.ts";
import { monitoringPlan, settingsOf } from "./monitoring-plan.ts";

const plan = fixturePlan();
const off: Plan = { ...plan, kubernetes: { ...plan.kubernetes, mode: "off", namespaces: [] } };
const onlyEcs: Plan = { ...off, services: plan.services.filter(({ runtime }) => runtime === "ecs") };

function codesOf(args: MonitoringPlanArgs, of: Plan = plan): string[] {
  try {
    monitoringPlan(of, args);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.diagnostics.map(({ code, path }) => `${code} ${path}`);
  }
}

describe("the monitoring of a plan", () => {
  it("runs Prometheus of our own on demand in production, and stands on the computed volume", () => {
    const monitoring = monitoringPlan({ ...onlyEcs, production: true });
    assert.equal(monitoring.prometheus, "fargate");
    assert.equal(monitoring.kubernetes, "off");
    assert.equal(monitoring.metricsTask.spot, false);
    assert.equal(monitoring.metricsTask.cpuUnits, 512);
    assert.ok(monitoring.retentionSizeMiB < monitoring.volumeGiB * 1024);
    assert.ok(monitoring.retentionDays >= 15);
  });
  it("takes Spot elsewhere", () => assert.equal(monitoringPlan({ ...plan, production: false }).metricsTask.spot, true));
  it("takes the stack where a cluster has the operator's types", () => {
    assert.equal(
      monitoringPlan(plan).kubernetes,
      plan.kubernetes.addOns["prometheus-operator"].enabled ? "stack" : "off",
    );
  });
  it("gives the settings that rules were made with", () => {
    const settings = settingsOf(monitoringPlan(plan, { scrapeIntervalSeconds: 20, externalLabels: { stack: "x" } }));
    assert.equal(settings.scrapeIntervalSeconds, 20);
    assert.deepEqual(settings.externalLabels, { stack: "x" });
  });
  it("grows with the series", () => {
    const small = monitoringPlan(plan).metricsTask.memoryMiB;
    const large = monitoringPlan(plan, { routes: { orders: 1500 }, seriesPerServiceMax: 1_000_000 }).metricsTask
      .memoryMiB;
    assert.ok(large > small, `${large} > ${small}`);
  });

  const refusals: [what: string, args: MonitoringPlanArgs, code: string][] = [
    ["Grafana for the internet", { viewerCidrs: ["0.0.0.0/0"] }, "monitoring.public monitoring.viewerCidrs[0]"],
    ["a public block", { viewerCidrs: ["8.8.8.0/24"] }, "monitoring.public monitoring.viewerCidrs[0]"],
    ["no viewer", { viewerCidrs: [] }, "monitoring.public monitoring.viewerCidrs"],
    ["every trace", { tracing: { sampleShare: 1 } }, "monitoring.tracing monitoring.tracing.sampleShare"],
    ["an endless wait", { tracing: { decisionSeconds: 600 } }, "monitoring.tracing monitoring.tracing.decisionSeconds"],
    ["traces without bound", { tracing: { tracesKept: 1e6 } }, "monitoring.tracing monitoring.tracing.tracesKept"],
    [
      "filters on infrequent access",
      {
        logs: {
          groupClass: "INFREQUENT_ACCESS",
          metricFilters: [{ name: "Fatal", pattern: "fatal", services: ["orders"] }],
        },
      },
      "monitoring.log monitoring.logs.metricFilters",
    ],
    [
      "a filter on an unknown service",
      { logs: { metricFilters: [{ name: "Fatal", pattern: "fatal", services: ["order"] }] } },
      "monitoring.unknown-service monitoring.logs.metricFilters[0].services",
    ],
    ["a share over one", { logs: { infoShare: 2 } }, "monitoring.log monitoring.logs.infoShare"],
    ["no address", { alarms: { emails: ["me"] } }, "monitoring.email monitoring.alarms.emails[0]"],
    ["a short retention", { retentionDays: 7 }, "monitoring.retention monitoring.retentionDays"],
    ["a small volume", { volumeGiB: 1 }, "monitoring.volume monitoring.volumeGiB"],
  ];
  for (const [what, args, code] of refusals)
    it(`refuses ${what}`, () => assert.ok(codesOf(args).includes(code), codesOf(args).join("; ")));

  it("refuses a runtime that is not there", () => {
    assert.deepEqual(codesOf({ kubernetes: "stack" }, onlyEcs), ["monitoring.choice monitoring.kubernetes"]);
    const onlyKubernetes = { ...plan, services: plan.services.filter(({ runtime }) => runtime === "kubernetes") };
    assert.deepEqual(codesOf({ prometheus: "fargate" }, onlyKubernetes), ["monitoring.choice monitoring.prometheus"]);
  });
  it("gathers everything that is wrong", () => {
    assert.equal(codesOf({ viewerCidrs: ["1.1.1.1/32"], tracing: { slowMs: 0 }, alarms: { emails: ["x"] } }).length, 3);
  });
});

describe("a block within another", () => {
  it("has the prefix and is no larger", () => {
    assert.ok(within("10.1.0.0/16", "10.0.0.0/8") && within("172.31.0.0/16", "172.16.0.0/12"));
    assert.ok(!within("10.0.0.0/7", "10.0.0.0/8") && !within("172.32.0.0/16", "172.16.0.0/12"));
    assert.ok(
      !within("0.0.0.0/0", "10.0.0.0/8") && !within("x", "10.0.0.0/8") && !within("10.0.0.999/24", "10.0.0.0/8"),
    );
  });
});
