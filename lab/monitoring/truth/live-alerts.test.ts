import assert from "node:assert/strict";
import { planOf } from "../../support/plan-of.ts";
import type { Lab } from "../context.ts";
import { labPlan } from "../plan.ts";
import { createClock } from "../series/clock.ts";
import { createHistory } from "../series/history.ts";
import { expectedAlerts } from "./live-alerts.ts";

const BATCH = "analytics-ingest";
const BURN = `SloErrorBudgetBurnThreeDays ${BATCH} availability`;

describe("alerts that must fire now", () => {
  const plan = labPlan(planOf("prod"), planOf("prod-eks"));
  const at = (hour: number, minute: number) => {
    const end = Date.UTC(2026, 10, 25, hour, minute) / 1000;
    const clock = createClock(end, 15, plan.offHours);
    const history = createHistory(plan, clock, { requestDays: 4, requestsOf: (service) => service === BATCH });
    return expectedAlerts({ plan, history, short: true } as Lab, end);
  };

  it("are none of those whose short window holds the last minutes before sleep", () => {
    // Asleep since 20:00 in New York, which is 01:00 in UTC; the window is six hours.
    assert.ok(at(5, 0).must.has(BURN), "hours later it still burns");
    const edge = at(6, 58);
    assert.ok(!edge.must.has(BURN) && edge.may.has(BURN), "at the edge it may");
    assert.ok(!at(8, 0).may.has(BURN), "after it, it does not");
  });

  it("are none about the memory of those who sleep", () => {
    const { must, may } = at(8, 0);
    const asleep = ["import-worker", "report-builder", "embedding-worker", BATCH];
    const about = [...must, ...may].filter((key) => asleep.some((name) => key === `MemoryNearLimit ${name}`));
    assert.deepEqual(about, []);
  });
});
