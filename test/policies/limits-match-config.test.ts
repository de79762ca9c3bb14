import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { loadPlan } from "../../stacks/config/load.ts";

/** The pack may not read the program's config, so figures both hold are written twice: here they are held equal. */
describe("limits and configuration say the same", () => {
  for (const stack of ["dev", "lab", "prod", "prod-eks"]) {
    const limits = JSON.parse(readFileSync(new URL(`../../policies/limits/${stack}.json`, import.meta.url), "utf8"));
    const plan = loadPlan(stack);
    const pairs: [what: string, limit: unknown, configured: unknown][] = [
      ["stack", limits["limits-match-stack"].stack, plan.environment],
      ["budget, USD a month", limits["monthly-budget"].monthlyUsd, plan.budget.monthlyUsd],
      ["region of the prices", limits["monthly-budget"].region, plan.region],
      ["Spot target", limits["spot-share-on-target"].targetShare, plan.spot.targetShare],
      ["Spot tolerance", limits["spot-share-on-target"].tolerance, plan.spot.tolerance],
      ["zones", limits["zones-in-use"].minZones, plan.zones.length],
      ["shared cost centre", limits["cost-center-in-catalog"].sharedCostCenters[0], plan.tags.CostCenter],
    ];
    for (const [what, limit, configured] of pairs) {
      it(`${stack}: ${what}`, () => assert.deepEqual(limit, configured));
    }
  }
});
