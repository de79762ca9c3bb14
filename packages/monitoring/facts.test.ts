import assert from "node:assert/strict";
import { priceBook, pricePlan } from "@pyairtable/cost-model";
import { platformFacts } from "./facts.ts";
import { fixturePlan } from "./testing/fixture.ts";

const plan = fixturePlan();
const facts = platformFacts(plan);
const of = (name: string) => facts.services.find(({ service }) => service === name)!;

describe("what rules know of a plan", () => {
  it("is a task's size on ECS, a pod's requests on Kubernetes", () => {
    assert.deepEqual([of("orders").vcpu, of("orders").memoryBytes], [0.5, 2 * 1024 ** 3]);
    assert.deepEqual([of("shelf").vcpu, of("shelf").memoryBytes], [0.25, 512 * 1024 ** 2]);
  });
  it("is the most a replica may have: Fargate's largest pair, the namespace's range", () => {
    assert.deepEqual([of("orders").vcpuMax, of("orders").memoryBytesMax / 1024 ** 3], [16, 120]);
    assert.deepEqual([of("shelf").vcpuMax, of("shelf").memoryBytesMax / 1024 ** 3], [2, 8]);
  });
  it("is the price of its mix of on demand and Spot", () => {
    const { prices } = priceBook(plan.region);
    const { usdPerVcpuHour } = of("orders");
    assert.ok(
      usdPerVcpuHour! < prices["fargate.arm64.vcpu"].usd && usdPerVcpuHour! > prices["fargate-spot.arm64.vcpu"].usd,
    );
    assert.ok(Math.abs(of("worker").usdPerVcpuHour! - prices["fargate-spot.arm64.vcpu"].usd) < 1e-8);
  });
  it("adds up to the cost model's month, shared parts included", () => {
    const { plannedUsd, services, shared } = pricePlan(plan);
    const sharedUsd = Object.values(shared).reduce((sum, part) => sum + part.plannedUsd, 0);
    assert.ok(Math.abs(facts.sharedUsdPerHour * 730 - sharedUsd) < 0.01);
    const { logs, alarms, secrets } = services.orders!.parts;
    assert.ok(Math.abs(of("orders").otherUsdPerHour * 730 - (logs + alarms + secrets)) < 0.01);
    assert.ok(plannedUsd > sharedUsd);
  });
  it("has no price for what someone else pays", () => {
    const elsewhere = platformFacts({ ...plan, kubernetes: { ...plan.kubernetes, mode: "existing", nodes: null } });
    assert.equal(elsewhere.services.find(({ service }) => service === "shelf")!.usdPerVcpuHour, null);
  });
  it("knows who sleeps and who has a disruption budget", () => {
    assert.deepEqual([of("orders").replicasAsleep, of("worker").replicasAsleep], [null, 0]);
    assert.deepEqual([of("shelf").disruptionBudget, of("reports").disruptionBudget], [true, false]);
  });
});
