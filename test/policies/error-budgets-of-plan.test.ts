import assert from "node:assert/strict";
import { spotShareOfService } from "@pyairtable/spot-risk";
import type { MeasuredBudget } from "../../policies/facts.ts";
import { errorBudgetRule } from "../../policies/rules/error-budget-respected.ts";
import { analyzeAsEngine } from "../../policies/testing/analyze-as-engine.ts";
import { capturedGraph, WORLDS } from "../../policies/testing/world.ts";
import { loadPlan } from "../../stacks/config/load.ts";

/** `npm run error-budgets` writes what the plan says, the policy reads resources: here they are held equal. */
for (const world of Object.values(WORLDS)) {
  const { services } = loadPlan(world.name);
  const said = (shareOff: number, replicasOff: number): string[] => {
    const budgets = services.map((service): [string, MeasuredBudget] => {
      const spotShare = spotShareOfService(service) - shareOff;
      return [
        service.name,
        { slo: "latency", remaining: -1, spotShare, replicasMin: service.replicas.min + replicasOff },
      ];
    });
    const measured = { origin: "sample", measuredAt: "2026-11-22T00:00:00Z", services: Object.fromEntries(budgets) };
    const rule = errorBudgetRule({ [world.name]: measured }, () => new Date());
    return analyzeAsEngine(capturedGraph(world), world.limits, [rule]).map(({ message }) => message);
  };

  describe(`the error budget policy over the resources of ${world.name}, every service out of budget`, () => {
    it("finds the Spot share and the minimum that the plan says", () => assert.deepEqual(said(0, 0), []));
    it("finds each service whose share is above", () => {
      const found = said(0.02, 0);
      assert.equal(found.length, services.length);
      for (const message of found) assert.match(message, /share on Spot/);
    });
    it("finds each service whose minimum is below", () => {
      const found = said(0, 1);
      assert.equal(found.length, services.length);
      for (const message of found) assert.match(message, /minimum of replicas/);
    });
  });
}
