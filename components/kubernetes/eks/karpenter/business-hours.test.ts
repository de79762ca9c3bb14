import assert from "node:assert/strict";
import type { Weekday } from "@pyairtable/plan";
import fc from "fast-check";
import { type UtcWindow, utcWindow } from "./business-hours.ts";

const WEEK: readonly Weekday[] = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
const WORKDAYS = WEEK.slice(0, 5);
const DAY_MINUTES = 1440;
const hours = (timeZone: string, start = "08:00", end = "18:00", days: readonly Weekday[] = WORKDAYS) =>
  utcWindow({ timeZone, start, end, days });

describe("working hours in UTC", () => {
  const CASES: readonly (readonly [string, UtcWindow, UtcWindow])[] = [
    ["UTC as they are", hours("UTC"), { schedule: "0 8 * * MON,TUE,WED,THU,FRI", duration: "10h" }],
    [
      "New York over both sides of the clock change",
      hours("America/New_York"),
      { schedule: "0 12 * * MON,TUE,WED,THU,FRI", duration: "11h" },
    ],
    [
      "a half-hour zone",
      hours("Asia/Kolkata", "09:00", "17:30"),
      { schedule: "30 3 * * MON,TUE,WED,THU,FRI", duration: "8h30m" },
    ],
    [
      "east of UTC, where Monday begins on Sunday",
      hours("Asia/Tokyo", "07:00", "09:00", ["MON"]),
      { schedule: "0 22 * * SUN", duration: "2h" },
    ],
    [
      "west of UTC, where Friday ends on Saturday",
      hours("America/Phoenix", "18:00", "20:00", ["FRI"]),
      { schedule: "0 1 * * SAT", duration: "2h" },
    ],
    ["every day", hours("UTC", "00:00", "00:30", WEEK), { schedule: "0 0 * * *", duration: "30m" }],
    ["a night shift", hours("UTC", "22:00", "06:00", ["SAT"]), { schedule: "0 22 * * SAT", duration: "8h" }],
  ];
  for (const [title, got, wanted] of CASES) it(`takes ${title}`, () => assert.deepEqual(got, wanted));

  it("cover every minute of them in any zone, summer and winter", () => {
    const zones = ["America/New_York", "Europe/Dublin", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati"];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: DAY_MINUTES - 1 }),
        fc.integer({ min: 1, max: DAY_MINUTES - 120 }),
        fc.uniqueArray(fc.constantFrom<Weekday[]>(...WEEK), { minLength: 1 }),
        fc.date({ min: new Date("2026-01-01T00:00:00Z"), max: new Date("2026-12-31T00:00:00Z"), noInvalidDate: true }),
        (timeZone, start, length, days, at) => {
          const end = (start + length) % DAY_MINUTES;
          fc.pre(worked(at, timeZone, start, length, days));
          const window = utcWindow({ timeZone, start: clock(start), end: clock(end), days });
          assert.ok(covers(window, at), `${at.toISOString()} is outside ${JSON.stringify(window)}`);
        },
      ),
    );
  });
});

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Whether `at` is in a shift that began on one of the days, by the zone's own clock. */
function worked(at: Date, timeZone: string, start: number, length: number, days: readonly Weekday[]): boolean {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const day = WEEK.indexOf(part("weekday").toUpperCase() as Weekday);
  const minute = Number(part("hour")) * 60 + Number(part("minute"));
  return [0, 1].some((ago) => {
    const since = minute + ago * DAY_MINUTES - start;
    return since >= 0 && since < length && days.includes(WEEK[(day - ago + 7) % 7]!);
  });
}

function covers({ schedule, duration }: UtcWindow, at: Date): boolean {
  const [minute = "", hour = "", , , on = ""] = schedule.split(" ");
  const [, hours = "0", minutes = "0"] = /^(?:(\d+)h)?(?:(\d+)m)?$/.exec(duration) ?? [];
  const length = Number(hours) * 60 + Number(minutes);
  const now = at.getUTCHours() * 60 + at.getUTCMinutes();
  const day = (at.getUTCDay() + 6) % 7;
  return [0, 1].some((ago) => {
    const since = now + ago * DAY_MINUTES - Number(hour) * 60 - Number(minute);
    return since >= 0 && since < length && (on === "*" || on.split(",").includes(WEEK[(day - ago + 7) % 7]!));
  });
}
