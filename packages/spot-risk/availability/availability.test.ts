import assert from "node:assert/strict";
import fc from "fast-check";
import { availabilityOf } from "../index.ts";
import { simulatePlan } from "../simulate.ts";
import { samplePlan, sampleService } from "../test/sample-plan.ts";
import { fleetOf, neededTasks } from "./fleet.ts";
import { meanRecoveryMinutes, RISK } from "./parameters.ts";
import { minutesShort } from "./simulate-service.ts";
import { lossDistribution, stormOutageMinutes, tasksInZone } from "./storm-outage.ts";

const allSpot = { onDemandBase: 0, onDemandWeight: 0, spotWeight: 1, why: "test" };
const floorOf = (onDemandBase: number) => ({ ...allSpot, onDemandBase });
const services = [
  sampleService("one-spot", { placement: allSpot }),
  sampleService("two-spot", { placement: allSpot, replicas: { min: 2, max: 4 } }),
  sampleService("five-spot", { placement: allSpot, replicas: { min: 5, max: 9 } }),
  sampleService("floor", { placement: floorOf(1), replicas: { min: 2, max: 4 }, tier: "critical" }),
];
const plan = samplePlan(services);

describe("availabilityOf", () => {
  it("is interruption rate times replacement plus storms for one task on Spot, by hand", () => {
    // Calm: 0.05 a month × 1⅓ minutes. A storm takes the task if its zone is hit: 0.25 region-wide, or 0.75 × 4/7;
    // then with chance 2/3; it waits unless a zone is spared: region-wide, or all three by chance (0.75 × 1/7).
    const replacement = 1 + 20 / 60;
    const hit = (0.25 + 0.75 * (4 / 7)) * (2 / 3);
    const waits = (0.25 + 0.75 / 7) * (2 / 3);
    const storm = hit * replacement + waits * meanRecoveryMinutes(null);
    const outageMinutes = 12 * 0.05 * replacement + RISK.stormsPerYear * storm;
    const wanted = Math.floor((1 - outageMinutes / (730 * 60 * 12)) * 1e6) / 1e4;
    assert.equal(availabilityOf(plan).services["one-spot"]?.availabilityPercent, wanted);
  });

  it("says who lives through the loss of all Spot, and how long the others are away", () => {
    const { services: by, lowest, slosMet } = availabilityOf(plan);
    assert.equal(by.floor?.survivesTotalSpotLoss, true);
    assert.equal(by.floor?.worstOutageMinutes, 0);
    assert.equal(by.floor?.availabilityPercent, 99.9999);
    assert.equal(by.floor?.stormsPerYearTolerated, null);
    assert.equal(by["five-spot"]?.survivesTotalSpotLoss, false);
    assert.ok(by["five-spot"]!.worstOutageMinutes > 60);
    assert.equal(lowest?.service, "one-spot");
    assert.equal(slosMet, true);
  });

  it("says how many storms a year an objective leaves room for", () => {
    const { stormsPerYearTolerated } = availabilityOf(plan).services["one-spot"]!;
    // 525.6 minutes of a year for 99.9 %, less 0.8 of calm, at 9.7 a storm.
    assert.equal(stormsPerYearTolerated, 53);
  });

  it("judges each service by its own objective", () => {
    const strict = { slo: { availability: 0.99995, latencyP95Ms: 100 } };
    const { slosMet, services: by } = availabilityOf(samplePlan([{ ...services[0]!, ...strict }, services[3]!]));
    assert.equal(by["one-spot"]?.sloMet, false);
    assert.equal(by.floor?.sloMet, true);
    assert.equal(slosMet, false);
  });

  it("rises with on-demand tasks and with more replicas, and with a fallback", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.nat(4), fc.integer({ min: 2, max: 4 }), (min, base, zones) => {
        const of = (change: { min: number; base: number }, fallback = false) => {
          const replicas = { min: change.min, max: 9 };
          const service = sampleService("a", { placement: floorOf(change.base), replicas });
          const names = Array.from({ length: zones }, (_, i) => `z${i}`);
          return availabilityOf(samplePlan([service], { zones: names }), { fallback }).services.a!.availabilityPercent;
        };
        const now = of({ min, base });
        assert.ok(of({ min, base: base + 1 }) >= now);
        assert.ok(of({ min: min + 1, base }) >= now);
        assert.ok(of({ min, base }, true) >= now);
      }),
      { numRuns: 60 },
    );
  });

  it("needs as many tasks as the p95 load fills to 85%, and runs that many", () => {
    const busy = sampleService("a", {
      usage: { ...services[0]!.usage, cpuPercent: { p50: 60, p95: 90, p99: 95 } },
      replicas: { min: 1, max: 5 },
      placement: allSpot,
    });
    // 461 CPU units of load, 218 a task.
    assert.equal(neededTasks(busy), 3);
    assert.equal(fleetOf(busy, "off").spot, 3);
    const short = { ...busy, replicas: { min: 1, max: 2 } };
    assert.equal(availabilityOf(samplePlan([short])).services.a?.availabilityPercent, 0);
    assert.equal(simulatePlan(samplePlan([short]), { seed: 1, years: 2 }).services.a?.availabilityPercent, 0);
  });
});

describe("simulatePlan", () => {
  it("agrees with the closed form within its own interval, which ignores the spread of losses", () => {
    const simulated = simulatePlan(plan, { seed: 7, years: 4000 });
    const closed = availabilityOf(plan);
    for (const [name, { availabilityPercent }] of Object.entries(closed.services)) {
      const { low, high } = simulated.services[name]!.intervalPercent;
      // At most three minutes a storm: 4 × 3 minutes of a year, in percent.
      const spread = (100 * RISK.stormsPerYear * RISK.coInterruptionMinutes) / (730 * 60 * 12);
      const slack = name === "one-spot" ? high - low : high - low + spread;
      assert.ok(availabilityPercent >= low - slack && availabilityPercent <= high + slack, `${name}: ${low}–${high}`);
    }
  });

  it("gives the same answer for the same seed, another for another", () => {
    const run = (seed: number) => simulatePlan(plan, { seed, years: 50 });
    assert.deepEqual(run(3), run(3));
    assert.notDeepEqual(run(3), run(4));
  });

  it("narrows its interval with years, and never lets the floor fall in a storm", () => {
    const width = (years: number) => {
      const { low, high } = simulatePlan(plan, { seed: 5, years }).services["two-spot"]!.intervalPercent;
      return high - low;
    };
    assert.ok(width(2000) < width(100));
    assert.equal(simulatePlan(plan, { seed: 5, years: 500 }).services.floor?.availabilityPercent, 100);
  });

  it("refuses half a year", () => {
    assert.throws(() => simulatePlan(plan, { seed: 1, years: 1 }), /years/);
    assert.throws(() => simulatePlan(plan, { seed: 0.5, years: 9 }), /seed/);
  });
});

describe("storm arithmetic", () => {
  it("spreads every task over the zones", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.integer({ min: 1, max: 6 }), fc.nat(5), (spot, zones, start) => {
        const counts = Array.from({ length: zones }, (_, zone) => tasksInZone(spot, zone, start % zones, zones));
        assert.equal(
          counts.reduce((a, b) => a + b, 0),
          spot,
        );
        assert.ok(Math.max(...counts) - Math.min(...counts) <= 1);
      }),
    );
  });
  it("has loss distributions that sum to 1 with the Beta's mean", () => {
    for (const tasks of [0, 1, 4, 9]) {
      const chances = lossDistribution(tasks);
      assert.ok(Math.abs(chances.reduce((a, b) => a + b, 0) - 1) < 1e-12);
      const mean = chances.reduce((sum, p, lost) => sum + p * lost, 0);
      assert.ok(Math.abs(mean - (tasks * 2) / 3) < 1e-9);
    }
  });
  it("measures shortage as a count over time does", () => {
    assert.equal(minutesShort([0], 2, 0), 2);
    assert.equal(minutesShort([0, 1], 5, 1), 4);
    assert.equal(minutesShort([0, 3], 2, 1), 0);
    assert.equal(minutesShort([0, 3], 2, 0), 4);
  });
  it("is nothing for a service whose floor carries the load", () => {
    assert.equal(
      stormOutageMinutes(
        { name: "a", onDemand: 1, spot: 3, needed: 1, replacementMinutes: 1, fallbackMinutes: null },
        3,
      ),
      0,
    );
  });
});
