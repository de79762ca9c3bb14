import assert from "node:assert/strict";
import { isFargatePair, STOP_TIMEOUT_SECONDS_MAX } from "@pyairtable/aws-facts";
import type { Plan } from "@pyairtable/plan";
import { splitTasks } from "@pyairtable/spot-risk";
import fc from "fast-check";
import { catalog, resolve } from "../../catalog/index.ts";
import { fromYamlFile } from "../../stacks/config/index.ts";
import { loadPlan } from "../../stacks/config/load.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const plans: readonly Plan[] = ["dev", "prod"].map((stack) => loadPlan(stack));
const prod = plans[1]!;

describe("the plan", () => {
  it("is frozen all the way down and survives JSON", () => {
    for (const plan of plans) {
      assertFrozen(plan);
      assert.deepEqual(JSON.parse(JSON.stringify(plan)), plan);
    }
  });

  it("is the same whatever the order of the catalog", () => {
    const config = fromYamlFile("prod", ROOT);
    const wanted = JSON.stringify(prod);
    const shuffled = fc.shuffledSubarray([...catalog], { minLength: catalog.length });
    fc.assert(
      fc.property(shuffled, (order) => JSON.stringify(resolve(config, order, "prod")) === wanted),
      { numRuns: 15 },
    );
  });

  it("leaves the catalog and the configuration as they were", () => {
    const config = fromYamlFile("dev", ROOT);
    const before = JSON.stringify([config, catalog]);
    resolve(config, catalog, "dev");
    assert.equal(JSON.stringify([config, catalog]), before);
  });

  it("sorts services by name and gives ports and route priorities once", () => {
    for (const { services } of plans) {
      const names = services.map(({ name }) => name);
      assert.deepEqual(names, [...names].sort());
      assert.equal(new Set(services.map(({ port }) => port)).size, services.length);
      const priorities = services.flatMap(({ route }) => route?.priority ?? []);
      assert.equal(new Set(priorities).size, priorities.length);
      assert.ok(priorities.every((priority) => priority >= 1 && priority <= 50_000));
    }
  });

  it("holds thirty services in six domains of five, 55 to 70 calls apart", () => {
    const domains = Object.groupBy(prod.services, ({ domain }) => domain);
    assert.deepEqual(
      Object.values(domains).map((five) => five!.length),
      [5, 5, 5, 5, 5, 5],
    );
    const edges = prod.services.reduce((sum, { calls }) => sum + calls.length, 0);
    assert.ok(edges >= 55 && edges <= 70, `${edges} calls`);
  });

  it("asks only for what Fargate has, and drains before it kills", () => {
    for (const { name, cpuUnits, memoryMiB, drain } of plans.flatMap(({ services }) => services)) {
      assert.ok(isFargatePair(cpuUnits, memoryMiB), name);
      const { lbWaitSeconds, inFlightSeconds, stopTimeoutSeconds, deregistrationDelaySeconds } = drain;
      assert.ok(stopTimeoutSeconds >= lbWaitSeconds + inFlightSeconds + 5, name);
      assert.ok(stopTimeoutSeconds >= 90 && stopTimeoutSeconds <= STOP_TIMEOUT_SECONDS_MAX, name);
      assert.ok(deregistrationDelaySeconds < stopTimeoutSeconds, name);
    }
  });

  it("meets the Spot share, with critical services alive when all Spot goes", () => {
    for (const { spot, services } of plans) {
      const total = services.reduce((sum, { cpuUnits, replicas }) => sum + cpuUnits * replicas.min, 0);
      const onSpot = services.reduce(
        (sum, { cpuUnits, replicas, placement }) => sum + cpuUnits * splitTasks(placement, replicas.min).spot,
        0,
      );
      assert.ok(Math.abs(onSpot / total - spot.targetShare) <= spot.tolerance + 1e-9);
      assert.ok(Math.abs(onSpot / total - spot.actualShare) < 1e-9);
      for (const { tier, placement, replicas } of services) {
        if (tier === "critical") assert.ok(splitTasks(placement, replicas.min).onDemand >= 1);
      }
    }
  });

  it("keeps critical services awake in production, with two tasks", () => {
    const critical = prod.services.filter(({ tier }) => tier === "critical");
    assert.ok(critical.length >= 5);
    for (const { offHours, replicas, name } of critical) {
      assert.equal(offHours, "always-on", name);
      assert.ok(replicas.min >= 2, name);
    }
  });

  it("lets dev sleep as a whole, one task each, within its cap", () => {
    for (const { offHours, replicas, name } of plans[0]!.services) {
      assert.notEqual(offHours, "always-on", name);
      assert.deepEqual([replicas.min, replicas.max <= 2], [1, true], name);
    }
  });

  it("names secrets below project and environment, never values", () => {
    for (const { environment, services } of plans) {
      for (const { name, secrets } of services) {
        for (const { secretName } of secrets) assert.ok(secretName.startsWith(`pyairtable/${environment}/${name}/`));
      }
    }
  });

  it("gives a call's address in the caller's environment", () => {
    const ports = new Map(prod.services.map(({ name, port }) => [name, port]));
    for (const { calls, environment } of prod.services) {
      const urls = Object.entries(environment).flatMap(([key, value]) => (key.endsWith("_URL") ? value : []));
      assert.deepEqual(urls.sort(), calls.map((name) => `http://${name}:${ports.get(name)}`).sort());
    }
  });
});

function assertFrozen(value: unknown, at = "plan"): void {
  if (typeof value !== "object" || value === null) return;
  assert.ok(Object.isFrozen(value), at);
  for (const [key, child] of Object.entries(value)) assertFrozen(child, `${at}.${key}`);
}
