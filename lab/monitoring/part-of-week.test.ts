import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import type { WorkingHours } from "@pyairtable/plan";
import * as fc from "fast-check";
import { asIf, PARTS_OF_WEEK } from "./part-of-week.ts";
import { createClock } from "./series/clock.ts";

const HOURS: WorkingHours = {
  timeZone: "America/New_York",
  start: "07:00",
  end: "20:00",
  days: ["MON", "TUE", "WED", "THU", "FRI"],
};
const YEAR_MINUTES = 366 * 1440;
/** Any minute of 2026. */
const moments = fc.nat(YEAR_MINUTES).map((minute) => Date.UTC(2026, 0, 1) / 1000 + minute * 60);

/** The last minute of a clock that ends then. */
function lastOf(endSeconds: number, hours: WorkingHours) {
  const { working, closed, localHours, minutes } = createClock(endSeconds, 3, hours);
  return {
    working: working[minutes - 1] === 1,
    closed: closed[minutes - 1] === 1,
    hour: localHours[minutes - 1]! % 24,
  };
}

describe("a part of the week", () => {
  it("is where any moment can be put, hours from its edges", () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...PARTS_OF_WEEK), (now, part) => {
        const { working, closed, hour } = lastOf(now, asIf(part, HOURS, now));
        assert.equal(working, part === "working-hours", part);
        assert.equal(closed, part === "weekend", part);
        assert.ok(part === "night" ? hour > 0 && hour < 3 : hour > 12 && hour < 15, `${part}: ${hour}`);
      }),
    );
  });

  it("keeps the days where they fit, and as many of them", () => {
    const tuesday = Date.UTC(2026, 10, 24, 15) / 1000;
    assert.deepEqual(asIf("working-hours", HOURS, tuesday).days, HOURS.days);
    assert.equal(new Set(asIf("weekend", HOURS, tuesday).days).size, HOURS.days.length);
  });

  it("has one clear error for a part that is none, before anything is loaded", () => {
    const run = spawnSync(process.execPath, ["lab/monitoring/run.ts", "--as", "nite"], {
      encoding: "utf8",
      // A lab that starts after all is stopped.
      timeout: 15_000,
    });
    assert.equal(run.status, 2);
    assert.equal(
      run.stderr,
      "--as takes night, weekend, working-hours; got nite\nOptions: --short, --keep, --out FOLDER, --as night|weekend|working-hours\n",
    );
  });
});
