import assert from "node:assert/strict";
import type { WorkingHours } from "@pyairtable/plan";
import fc from "fast-check";
import { offHoursOf, shareAsleep } from "./off-hours.ts";

const WEEK = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"] as const;
const hours = (start: string, end: string, days: WorkingHours["days"]): WorkingHours => ({
  timeZone: "Europe/Berlin",
  start,
  end,
  days,
});

describe("off hours", () => {
  it("wake at the start and sleep at the end of working days, in their order of the week", () => {
    const plan = offHoursOf(hours("07:30", "20:05", ["FRI", "MON"]), 0, "why");
    assert.deepEqual(
      [plan.wakeCron, plan.sleepCron, plan.timeZone, plan.replicas],
      ["cron(30 7 ? * MON,FRI *)", "cron(5 20 ? * MON,FRI *)", "Europe/Berlin", 0],
    );
  });

  it("are the week without working hours", () => {
    assert.equal(shareAsleep(hours("00:00", "12:00", WEEK)), 0.5);
    assert.equal(shareAsleep(hours("07:00", "20:00", WEEK.slice(0, 5))), 0.6131);
  });

  it("agree with counting the minutes of a week", () => {
    const time = fc.integer({ min: 0, max: 1439 });
    const days = fc.subarray([...WEEK], { minLength: 1 });
    fc.assert(
      fc.property(time, time, days, (a, b, chosen) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        let asleep = 0;
        for (const day of WEEK) {
          for (let minute = 0; minute < 1440; minute++) {
            if (!chosen.includes(day) || minute < start || minute >= end) asleep++;
          }
        }
        const share = shareAsleep(hours(clock(start), clock(end), chosen));
        assert.ok(Math.abs(share - asleep / 10_080) <= 0.00005 + 1e-9);
      }),
      { numRuns: 50 },
    );
  });
});

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
