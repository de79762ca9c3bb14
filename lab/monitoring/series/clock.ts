import type { WorkingHours } from "@pyairtable/plan";
import { hourOf, WEEKDAYS } from "../part-of-week.ts";

export const MINUTE_SECONDS = 60;

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
  /** 1 on days on which nobody works. */
  readonly closed: Uint8Array;
}

/** A history that ends at `endSeconds` (a whole minute). The working hours give the zone that days are counted in. */
export function createClock(endSeconds: number, days: number, hours: WorkingHours, ahead = 120): Clock {
  const minutes = days * 1440;
  const startSeconds = endSeconds - minutes * MINUTE_SECONDS;
  const localHours = new Float64Array(minutes + ahead);
  const working = new Uint8Array(minutes + ahead);
  const closed = new Uint8Array(minutes + ahead);
  const [start, end] = [hourOf(hours.start), hourOf(hours.end)];
  const open = new Set(hours.days.map((day) => WEEKDAYS.indexOf(day)));
  let offsetSeconds = 0;
  for (let minute = 0; minute < localHours.length; minute++) {
    const seconds = startSeconds + minute * MINUTE_SECONDS;
    // Zones change their offset at full hours only; asking is slow.
    if (minute === 0 || seconds % 3600 === 0) offsetSeconds = offsetOf(hours.timeZone, seconds);
    // 1970-01-01 was a Thursday.
    const week = ((seconds + offsetSeconds) / 3600 + 4 * 24) % 168;
    localHours[minute] = week;
    const hour = week % 24;
    closed[minute] = open.has(Math.floor(week / 24)) ? 0 : 1;
    working[minute] = closed[minute] === 0 && hour >= start && hour < end ? 1 : 0;
  }
  return { startSeconds, endSeconds, minutes, ahead, localHours, working, closed };
}

/** Minute of the history so many hours before its end. */
export const minuteBefore = ({ minutes }: Clock, hoursAgo: number) => minutes - Math.round(hoursAgo * 60);

/** Minute of the history at a moment; after its end, one of those ahead. */
export const minuteAt = ({ startSeconds }: Clock, seconds: number) =>
  Math.floor((seconds - startSeconds) / MINUTE_SECONDS);

/** Where the last minute lies: `TUE 02:14, at night`. */
export function endOf({ minutes, localHours, working, closed }: Clock): string {
  const last = minutes - 1;
  const [day, minute] = [Math.floor(localHours[last]! / 24), Math.round((localHours[last]! % 24) * 60)];
  const two = (value: number) => String(value).padStart(2, "0");
  const part = closed[last] === 1 ? "on a weekend" : working[last] === 1 ? "in working hours" : "at night";
  return `${WEEKDAYS[day]} ${two(Math.floor(minute / 60))}:${two(minute % 60)}, ${part}`;
}

function offsetOf(timeZone: string, seconds: number): number {
  const part = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(seconds * 1000)
    .find(({ type }) => type === "timeZoneName");
  const [, sign, hour = "0", minute = "0"] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(part?.value ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hour) * 3600 + Number(minute) * 60);
}
