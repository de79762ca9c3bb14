import type { Weekday, WorkingHours } from "@pyairtable/plan";

const MINUTES_A_DAY = 1440;
const MINUTES_A_WEEK = 7 * MINUTES_A_DAY;
/** As PromQL's day_of_week() counts. */
const DAYS: readonly Weekday[] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
/** Time for tasks to start after waking, before anyone misses them. */
const GRACE_MINUTES = 15;

/** Minutes of the UTC week, from Sunday 00:00; `to` is excluded. */
export interface WeekMinutes {
  readonly from: number;
  readonly to: number;
}

/**
 * When sleepers are surely awake, in UTC. PromQL knows no time zones: what is working time under every offset the zone
 * has in the year counts, so that the clock change never makes a false alarm.
 */
export function surelyAwake(hours: WorkingHours, year: number): readonly WeekMinutes[] {
  const awake = utcOffsets(hours.timeZone, year).map((offset) => awakeMinutes(hours, offset));
  const intervals: { from: number; to: number }[] = [];
  for (let minute = 0; minute < MINUTES_A_WEEK; minute++) {
    if (!awake.every((minutes) => minutes.has(minute))) continue;
    const last = intervals.at(-1);
    if (last?.to === minute) last.to = minute + 1;
    else intervals.push({ from: minute, to: minute + 1 });
  }
  return intervals;
}

/** 1 in those minutes, else 0; one series without labels. */
export function awakeExpression(intervals: readonly WeekMinutes[]): string {
  const now = "(day_of_week() * 1440 + hour() * 60 + minute())";
  const inside = intervals.map(({ from, to }) => `(${now} >= ${from} < ${to})`);
  return inside.length === 0 ? "vector(0)" : `(vector(1) and on () (${inside.join(" or ")})) or vector(0)`;
}

function awakeMinutes(hours: WorkingHours, offsetMinutes: number): ReadonlySet<number> {
  const [start, end] = [minuteOfDay(hours.start) + GRACE_MINUTES, minuteOfDay(hours.end)];
  const minutes = new Set<number>();
  for (const day of hours.days) {
    const midnight = DAYS.indexOf(day) * MINUTES_A_DAY;
    for (let minute = midnight + start; minute < midnight + end; minute++)
      minutes.add((minute - offsetMinutes + MINUTES_A_WEEK) % MINUTES_A_WEEK);
  }
  return minutes;
}

/** Offsets from UTC that the zone has in a year, minutes; a first and a fifteenth of each month see both sides of a change. */
function utcOffsets(timeZone: string, year: number): readonly number[] {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const offsets = new Set<number>();
  for (let month = 0; month < 12; month++) {
    for (const day of [1, 15]) {
      const name = format.formatToParts(Date.UTC(year, month, day)).find(({ type }) => type === "timeZoneName")?.value;
      const [, sign, hour = "0", minute = "0"] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name ?? "") ?? [];
      offsets.add((sign === "-" ? -1 : 1) * (Number(hour) * 60 + Number(minute)));
    }
  }
  return [...offsets].sort((a, b) => a - b);
}

function minuteOfDay(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}
