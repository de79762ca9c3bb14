import type { Weekday, WorkingHours } from "@pyairtable/plan";

/** What `--as` may say. */
export const PARTS_OF_WEEK = ["night", "weekend", "working-hours"] as const;
export type PartOfWeek = (typeof PARTS_OF_WEEK)[number];

export const WEEKDAYS: readonly Weekday[] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
/** Days moved as little as may be. */
const SHIFTS = [0, 1, -1, 2, -2, 3, -3] as const;
const HOUR_SECONDS = 3600;

/**
 * The same working hours elsewhere: in a zone in which `nowSeconds` lies in the middle of that part of the week, on other
 * days where it takes that. The clock itself stays what it is.
 */
export function asIf(part: PartOfWeek, hours: WorkingHours, nowSeconds: number): WorkingHours {
  const noon = (hourOf(hours.start) + hourOf(hours.end)) / 2;
  const wanted = part === "night" ? noon + 12 : noon;
  const offset = wrapped(Math.round(wanted - ((nowSeconds / HOUR_SECONDS) % 24)), 24);
  const today = dayOf(nowSeconds + offset * HOUR_SECONDS);
  const shift = SHIFTS.find((days) => isIn(part, today - days, hours.days));
  if (shift === undefined) throw new Error(`no day of ${hours.days.join(",")} lies in ${part}`);
  // The names of these zones count from the other side.
  const timeZone = `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
  return { ...hours, timeZone, days: hours.days.map((day) => WEEKDAYS[modulo(WEEKDAYS.indexOf(day) + shift, 7)]!) };
}

/** Weekends: their last day, so that sleepers have slept through all that there is. Nights: between days of work. */
function isIn(part: PartOfWeek, day: number, days: readonly Weekday[]): boolean {
  const works = (other: number) => days.includes(WEEKDAYS[modulo(other, 7)]!);
  if (part === "working-hours") return works(day);
  if (part === "night") return works(day - 1) && works(day);
  return !works(day) && works(day + 1);
}

/** Sunday is 0; 1970-01-01 was a Thursday. */
function dayOf(seconds: number): number {
  return (Math.floor(seconds / 86_400) + 4) % 7;
}

/** Hours of the day from `HH:MM`. */
export function hourOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour + minute / 60;
}

/** −12 to +11 rather than 0 to 23. */
const wrapped = (value: number, length: number) => modulo(value + length / 2, length) - length / 2;
const modulo = (value: number, by: number) => ((value % by) + by) % by;
