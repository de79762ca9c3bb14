import type { WorkingHours } from "@pyairtable/plan";

export const MINUTE_SECONDS = 60;
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] as const;

/** The minutes of a history: `minutes` of them, the last ends at `endSeconds`; `ahead` more follow for live scrapes. */
export interface Clock {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly minutes: number;
  readonly ahead: number;
  /** Local hour of the week of each minute, ahead too: Sunday 00:00 is 0, fractions count. */
  readonly localHours: Float64Array;
  /** 1 in working hours. */
  readonly working: Uint8Array;
}

/** A history that ends at `endSeconds` (a whole minute). The working hours give the zone that days are counted in. */
export function createClock(endSeconds: number, days: number, hours: WorkingHours, ahead = 120): Clock {
  const minutes = days * 1440;
  const startSeconds = endSeconds - minutes * MINUTE_SECONDS;
  const localHours = new Float64Array(minutes + ahead);
  const working = new Uint8Array(minutes + ahead);
  const [start, end] = [hourOf(hours.start), hourOf(hours.end)];
  const open = new Set(hours.days.map((day) => DAYS.indexOf(day)));
  let offsetSeconds = 0;
  for (let minute = 0; minute < localHours.length; minute++) {
    const seconds = startSeconds + minute * MINUTE_SECONDS;
    // Zones change their offset at full hours only; asking is slow.
    if (minute === 0 || seconds % 3600 === 0) offsetSeconds = offsetOf(hours.timeZone, seconds);
    // 1970-01-01 was a Thursday.
    const week = ((seconds + offsetSeconds) / 3600 + 4 * 24) % 168;
    localHours[minute] = week;
    const hour = week % 24;
    working[minute] = open.has(Math.floor(week / 24)) && hour >= start && hour < end ? 1 : 0;
  }
  return { startSeconds, endSeconds, minutes, ahead, localHours, working };
}

/** Minute of the history so many hours before its end. */
export const minuteBefore = ({ minutes }: Clock, hoursAgo: number) => minutes - Math.round(hoursAgo * 60);

function offsetOf(timeZone: string, seconds: number): number {
  const part = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(seconds * 1000)
    .find(({ type }) => type === "timeZoneName");
  const [, sign, hour = "0", minute = "0"] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(part?.value ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hour) * 3600 + Number(minute) * 60);
}

function hourOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour + minute / 60;
}
