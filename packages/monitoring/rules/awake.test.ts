import assert from "node:assert/strict";
import type { WorkingHours } from "@pyairtable/plan";
import * as fc from "fast-check";
import { awakeExpression, surelyAwake } from "./awake.ts";

const NEW_YORK: WorkingHours = {
  timeZone: "America/New_York",
  start: "07:00",
  end: "20:00",
  days: ["MON", "TUE", "WED", "THU", "FRI"],
};
const minute = (day: number, hour: number, rest = 0) => day * 1440 + hour * 60 + rest;

describe("when sleepers are surely awake", () => {
  it("is what both sides of the clock change agree on, a quarter of an hour after waking", () => {
    // 07:00 is 12:00 UTC in winter and 11:00 in summer; 20:00 is 01:00 and 00:00 of the next day.
    const [monday, ...rest] = surelyAwake(NEW_YORK, 2026);
    assert.deepEqual(monday, { from: minute(1, 12, 15), to: minute(2, 0) });
    assert.equal(rest.length, 4);
  });
  it("needs no thought where the clock stands still", () => {
    const hours: WorkingHours = { timeZone: "UTC", start: "00:00", end: "24:00", days: ["WED"] };
    assert.deepEqual(surelyAwake(hours, 2026), [{ from: minute(3, 0, 15), to: minute(4, 0) }]);
  });
  it("crosses the end of the week", () => {
    const hours: WorkingHours = { timeZone: "Asia/Tokyo", start: "06:00", end: "12:00", days: ["SUN"] };
    assert.deepEqual(surelyAwake(hours, 2026), [
      { from: 0, to: minute(0, 3) },
      { from: minute(6, 21, 15), to: 7 * 1440 },
    ]);
  });
  it("lies within local working hours at any moment of the year", () => {
    const zones = fc.constantFrom("America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "UTC");
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
    fc.assert(
      fc.property(zones, moment, (timeZone, at) => {
        const utc = new Date(at);
        const now = utc.getUTCDay() * 1440 + utc.getUTCHours() * 60 + utc.getUTCMinutes();
        if (!surelyAwake({ ...NEW_YORK, timeZone }, 2026).some(({ from, to }) => now >= from && now < to)) return;
        const local = new Intl.DateTimeFormat("en", {
          timeZone,
          weekday: "short",
          hour: "2-digit",
          minute: "2-digit",
          hourCycle: "h23",
        });
        const parts = Object.fromEntries(local.formatToParts(utc).map(({ type, value }) => [type, value]));
        const time = `${parts.hour}:${parts.minute}`;
        assert.ok(
          !["Sat", "Sun"].includes(parts.weekday!) && time >= "07:15" && time < "20:00",
          `${parts.weekday} ${time}`,
        );
      }),
    );
  });
  it("is never, in a plan without working days", () => {
    assert.equal(awakeExpression(surelyAwake({ ...NEW_YORK, days: [] }, 2026)), "vector(0)");
  });
});
