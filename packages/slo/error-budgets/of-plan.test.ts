import assert from "node:assert/strict";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import { errorBudgetsOf, requireErrorBudgets, withoutSeries } from "./index.ts";

const onEcs = { placement: { onDemandBase: 1, onDemandWeight: 0, spotWeight: 1, why: "" }, kubernetes: null };
const service = (name: string, min: number, rest: object = onEcs) =>
  ({ name, replicas: { min, max: 6 }, ...rest }) as unknown as ServicePlan;
const plan = {
  services: [
    service("audit-log", 3),
    service("record-service", 2, { kubernetes: { capacity: { kind: "spread", why: "" } } }),
  ],
} as unknown as Plan;
const NOW = new Date("2026-11-22T06:00:00Z");

describe("error budgets of a plan", () => {
  const measured = new Map([
    ["record-service", { availability: -0.3, latency: null }],
    ["gone-service", { availability: 1, latency: 1 }],
  ]);
  const budgets = errorBudgetsOf(plan, measured, NOW);

  it("stand beside the Spot share and the minimum that ran, on ECS and on Kubernetes", () => {
    assert.deepEqual(budgets.services, {
      "audit-log": { remaining: { availability: null, latency: null }, spotShare: 0.667, replicasMin: 3 },
      "record-service": { remaining: { availability: -0.3, latency: null }, spotShare: 0.5, replicasMin: 2 },
    });
    assert.equal(budgets.origin, "measured");
  });

  it("are a file that the reader takes", () => {
    assert.doesNotThrow(() =>
      requireErrorBudgets(budgets, "x.json", { services: plan.services.map(({ name }) => name), now: NOW }),
    );
  });

  it("name what no series was found for", () => {
    assert.deepEqual(withoutSeries(budgets), ["audit-log availability", "audit-log latency", "record-service latency"]);
  });
});
