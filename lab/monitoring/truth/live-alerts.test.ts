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
  const madeAt = (hour: number, minute: number) => {
    const clock = createClock(Date.UTC(2026, 10, 25, hour, minute) / 1000, 15, plan.offHours);
    const history = createHistory(plan, clock, { requestDays: 4, requestsOf: (service) => service === BATCH });
    return { clock, history };
  };
  const at = (hour: number, minute: number) => {
    const { clock, history } = madeAt(hour, minute);
    return expectedAlerts({ plan, history, short: true } as Lab, clock.endSeconds);
  };

  it("are none of those whose short window holds the last minutes before sleep", () => {
    // Asleep since 20:00 in New York, which is 01:00 in UTC; the window is six hours.
    assert.ok(at(5, 0).must.has(BURN), "hours later it still burns");
    const edge = at(6, 58);
    assert.ok(!edge.must.has(BURN) && edge.may.has(BURN), "at the edge it may");
    assert.ok(!at(8, 0).may.has(BURN), "after it, it does not");
  });

  it("are none about the memory of those who sleep, however full they were", () => {
    const { clock, history } = madeAt(8, 0);
    const full = (name: string) => {
      const services = history.services.map((one) =>
        one.service.name === name ? { ...one, usage: { ...one.usage, memory: one.usage.memory.map(() => 0.97) } } : one,
      );
      return expectedAlerts(
        { plan, history: { ...history, services }, short: true } as unknown as Lab,
        clock.endSeconds,
      );
    };
    assert.ok(full("api-gateway").must.has("MemoryNearLimit api-gateway"));
    const { must, may } = full(BATCH);
    assert.ok(!must.has(`MemoryNearLimit ${BATCH}`) && !may.has(`MemoryNearLimit ${BATCH}`));
  });
});
