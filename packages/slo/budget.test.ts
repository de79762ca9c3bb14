import assert from "node:assert/strict";
import * as fc from "fast-check";
import {
  allowedBadEvents,
  budgetSpent,
  burnFactor,
  burnRate,
  detectionSeconds,
  errorBudget,
  secondsToExhaustion,
} from "./budget.ts";
import { BURN_WINDOWS, DAY_SECONDS, windowLengths, windowsForPeriod } from "./windows.ts";

const PERIOD = 30 * DAY_SECONDS;
const objectives = fc.double({ min: 0.9, max: 0.99999, noNaN: true });
const near = (a: number, b: number) =>
  assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)), `${a} is not ${b}`);

describe("the published windows", () => {
  it("have the factors that their budget shares ask for", () => {
    for (const { budgetShare, longSeconds, factor } of BURN_WINDOWS)
      near(burnFactor(budgetShare, longSeconds, PERIOD), factor);
  });
  it("have short windows of a twelfth", () => {
    for (const { longSeconds, shortSeconds } of BURN_WINDOWS) assert.equal(longSeconds / shortSeconds, 12);
  });
  it("are seven different lengths", () => {
    assert.deepEqual(windowLengths(BURN_WINDOWS), [300, 1800, 3600, 7200, 21600, 86400, 259200]);
  });
  it("keep their shares over another period", () => {
    for (const window of windowsForPeriod(28))
      near(burnFactor(window.budgetShare, window.longSeconds, 28 * DAY_SECONDS), window.factor);
  });
});

describe("error budgets", () => {
  it("99.9% leaves 43.2 minutes of 30 days", () => near(errorBudget(0.999) * PERIOD, 43.2 * 60));
  it("99.9% of 1000 leaves one", () => {
    assert.equal(allowedBadEvents(1000, 0.999), 1);
    assert.equal(allowedBadEvents(999, 0.999), 0);
  });
  it("an outage under 99.9% is noticed after 52 s by the hour, 130 s by six hours", () => {
    near(detectionSeconds(1, 0.999, 14.4, 3600), 51.84);
    near(detectionSeconds(1, 0.999, 6, 21_600), 129.6);
  });

  it("burning at 1 spends exactly one budget a period", () => {
    fc.assert(
      fc.property(objectives, (objective) => near(budgetSpent(errorBudget(objective), PERIOD, objective, PERIOD), 1)),
    );
  });
  it("whatever the outage, a window notices it when its share of the budget is gone", () => {
    const cases = fc.record({
      objective: objectives,
      window: fc.constantFrom(...BURN_WINDOWS),
      errorRatio: fc.double({ min: 1e-6, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ objective, window, errorRatio }) => {
        const seconds = detectionSeconds(errorRatio, objective, window.factor, window.longSeconds);
        if (!Number.isFinite(seconds)) return burnRate(errorRatio, objective) <= window.factor * (1 + 1e-9);
        near(budgetSpent(errorRatio, seconds, objective, PERIOD), window.budgetShare);
        return seconds <= window.longSeconds;
      }),
    );
  });
  it("time to exhaustion and budget spent undo each other", () => {
    const burn = fc.double({ min: 0.01, max: 1000, noNaN: true });
    const remaining = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(objectives, burn, remaining, (objective, rate, left) => {
        const seconds = secondsToExhaustion(rate, left, PERIOD);
        near(budgetSpent(rate * errorBudget(objective), seconds, objective, PERIOD), left);
      }),
    );
  });
  it("never run out where nothing burns, and are gone at once where none is left", () => {
    assert.equal(secondsToExhaustion(0, 1, PERIOD), Number.POSITIVE_INFINITY);
    assert.equal(secondsToExhaustion(5, 0, PERIOD), 0);
  });
  it("a worse outage is noticed no later", () => {
    const ratio = fc.double({ min: 1e-4, max: 1, noNaN: true });
    fc.assert(
      fc.property(objectives, ratio, ratio, (objective, a, b) => {
        const [mild, bad] = a < b ? [a, b] : [b, a];
        return detectionSeconds(bad, objective, 6, 21_600) <= detectionSeconds(mild, objective, 6, 21_600);
      }),
    );
  });
});
