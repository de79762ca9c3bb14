import assert from "node:assert/strict";
import { planOf } from "../../support/plan-of.ts";
import { labPlan, multiplied } from "../plan.ts";
import { createClock } from "../series/clock.ts";
import { createHistory } from "../series/history.ts";
import { trueAnomalies } from "../truth/anomalies.ts";
import { trueUsage } from "../truth/usage.ts";
import { SCENARIO } from "./scenario.ts";

/** A Tuesday, 14:00 in New York. */
const END = Date.UTC(2026, 10, 24, 19) / 1000;

describe("the scenario", () => {
  const plan = labPlan(planOf("prod"), planOf("prod-eks"));
  const clock = createClock(END, 15, plan.offHours);
  const history = createHistory(plan, clock, { requestDays: 2, requestsOf: (service) => service === "table-service" });

  it("knows every service of the plan, on both runtimes, and each verdict", () => {
    const names = plan.services.map(({ name }) => name);
    assert.deepEqual(Object.keys(SCENARIO.services).sort(), names);
    for (const { name, runtime } of plan.services) assert.equal(runtime, SCENARIO.services[name]!.runtime);
    const count = (verdict: string) =>
      Object.values(SCENARIO.services).filter((service) => service.verdict === verdict).length;
    assert.deepEqual(["over", "right", "under"].map(count), [10, 12, 8]);
    for (const { service } of [...SCENARIO.incidents, ...SCENARIO.outages, ...SCENARIO.runaways])
      assert.ok(names.includes(service), service);
  });

  it("is the same twice", () => {
    const again = createHistory(plan, clock, { requestDays: 0, requestsOf: () => false });
    for (const [index, { usage }] of again.services.entries()) {
      assert.deepEqual(usage, history.services[index]!.usage);
    }
  });

  it("makes peaks and verdicts as it says: under-provisioned ones beyond 90%, others below", () => {
    for (const { service, cpuP99, memoryMaxGiB, verdict: judged } of trueUsage(plan, history)) {
      const { verdict, cpuPeak, memoryPeak } = SCENARIO.services[service]!;
      const { cpuUnits, memoryMiB } = plan.services.find(({ name }) => name === service)!;
      const [cpu, memory] = [cpuP99 / (cpuUnits / 1024), memoryMaxGiB / (memoryMiB / 1024)];
      assert.ok(Math.abs(cpu / cpuPeak - 1) < 0.06, `${service}: CPU ${cpu}, ${cpuPeak} wanted`);
      assert.ok(Math.abs(memory / memoryPeak - 1) < 0.02, `${service}: memory ${memory}, ${memoryPeak} wanted`);
      assert.equal(Math.max(cpu, memory) > 0.9, verdict === "under", service);
      assert.equal(judged, verdict, service);
    }
  });

  it("has counters that never fall within a replica's life, and failures only in incidents", () => {
    for (const { series } of history.services) {
      for (const { name, counter, values } of series.filter((one) => one.counter)) {
        assert.ok(counter && values.every((value, index) => index === 0 || value >= values[index - 1]!), name);
      }
    }
    const [table] = history.services.filter(({ service }) => service.name === "table-service");
    const slow = [...table!.slow.entries()].filter(([minute, count]) => count > 0.5 * table!.total[minute]!);
    assert.ok(slow.length >= 80 && slow.length <= 110, `${slow.length} slow minutes`);
  });

  it("knows when alerts ought to have fired", () => {
    const found = new Set(trueAnomalies(plan, history).map(({ alert, service }) => `${alert} ${service}`.trim()));
    const costs = ["CostBurnFast", "CostBurnSlow", "CostDailyBudgetSpent", "CostMonthlyForecast"];
    const others = ["CpuThrottled view-service", "MemoryNearLimit report-builder", "SpotInterruptionStorm"];
    for (const wanted of [...others, ...costs, "ServiceCostJump automation-runner"]) {
      assert.ok(found.has(wanted), `${wanted} not among ${[...found].join(", ")}`);
    }
    // Not one that is back within minutes, no worker, and nobody asleep.
    const down = [...found].filter((one) => one.startsWith("ServiceDown")).sort();
    assert.deepEqual(down, ["ServiceDown permission-service", "ServiceDown record-service"]);
    assert.ok(![...found].some((one) => one.endsWith(" billing-service")));
  });

  it("can be multiplied", () => {
    const many = multiplied(plan, 3);
    assert.equal(many.services.length, 90);
    assert.equal(new Set(many.services.map(({ name }) => name)).size, 90);
  });
});
