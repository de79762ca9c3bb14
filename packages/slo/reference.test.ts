import assert from "node:assert/strict";
import * as fc from "fast-check";
import { detectionSeconds } from "./budget.ts";
import { firingIntervals, type TrafficSample } from "./reference.ts";
import { BURN_WINDOWS } from "./windows.ts";

const STEP = 30;
const [fast] = BURN_WINDOWS;
const NO_FLOORS = { minimumRequests: 1, minimumBadEvents: 1 };

/** `hours` of 300 requests a step; all of them bad with `ratio` in [from, to). */
function outage(hours: number, from: number, to: number, ratio: number): TrafficSample[] {
  return Array.from({ length: (hours * 3600) / STEP }, (_, index) => {
    const atSeconds = (index + 1) * STEP;
    return { atSeconds, total: 300, bad: atSeconds > from && atSeconds <= to ? 300 * ratio : 0 };
  });
}

describe("the published alert over a series", () => {
  it("fires when the closed form says, and ends within its short window", () => {
    const start = 2 * 3600;
    const [only, ...others] = firingIntervals(outage(5, start, start + 1200, 0.2), 0.999, fast!);
    assert.deepEqual(others, []);
    const expected = start + detectionSeconds(0.2, 0.999, fast!.factor, fast!.longSeconds);
    assert.ok(only!.fromSeconds > expected && only!.fromSeconds <= expected + STEP, `${only!.fromSeconds} ${expected}`);
    assert.ok(only!.toSeconds <= start + 1200 + fast!.shortSeconds + STEP);
  });
  it("stays silent below the factor", () => {
    assert.deepEqual(firingIntervals(outage(8, 0, 8 * 3600, 0.014), 0.999, fast!), []);
  });
  it("fires on one error where nothing holds it back, and not with floors", () => {
    const samples = Array.from({ length: 240 }, (_, index) => ({
      atSeconds: (index + 1) * STEP,
      total: index % 24 === 0 ? 1 : 0,
      bad: index === 120 ? 1 : 0,
    }));
    assert.equal(firingIntervals(samples, 0.999, fast!, NO_FLOORS).length, 1);
    assert.deepEqual(firingIntervals(samples, 0.999, fast!, { minimumRequests: 1, minimumBadEvents: 3 }), []);
    assert.deepEqual(firingIntervals(samples, 0.999, fast!, { minimumRequests: 30, minimumBadEvents: 1 }), []);
  });

  const traffic = fc.array(
    fc.nat({ max: 20 }).chain((total) => fc.nat({ max: total }).map((bad) => ({ total, bad }))),
    { minLength: 1, maxLength: 200 },
  );
  const series = traffic.map((events) => events.map((event, index) => ({ ...event, atSeconds: (index + 1) * STEP })));
  const at = (intervals: ReturnType<typeof firingIntervals>, seconds: number) =>
    intervals.some(({ fromSeconds, toSeconds }) => fromSeconds <= seconds && seconds < toSeconds);

  it("never fires on fewer bad requests than the floor", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 2, max: 10 }), (samples, minimumBadEvents) => {
        const fired = firingIntervals(samples, 0.999, fast!, { minimumRequests: 1, minimumBadEvents });
        for (const { atSeconds } of samples.filter((sample) => at(fired, sample.atSeconds))) {
          const inWindow = samples.filter(
            (s) => s.atSeconds <= atSeconds && s.atSeconds > atSeconds - fast!.longSeconds,
          );
          assert.ok(inWindow.reduce((sum, { bad }) => sum + bad, 0) >= minimumBadEvents);
        }
      }),
    );
  });
  it("a stricter objective fires at least wherever a looser one does", () => {
    fc.assert(
      fc.property(series, (samples) => {
        const [loose, strict] = [0.99, 0.9995].map((objective) => firingIntervals(samples, objective, fast!));
        return samples.every(({ atSeconds }) => !at(loose!, atSeconds) || at(strict!, atSeconds));
      }),
    );
  });
});
