import type { Weekday, WorkingHours } from "@pyairtable/plan";

/** When a budget holds: a cron schedule in UTC, since Karpenter knows no time zones, and how long from there. */
export interface UtcWindow {
  readonly schedule: string;
  /** As Karpenter reads durations: `9h30m`. */
  readonly duration: string;
}

const WEEK: readonly Weekday[] = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
const DAY_MINUTES = 1440;
/** Any year: what counts is the offsets a zone has in summer and winter. */
const REFERENCE_YEAR = 2026;

/** Local working hours in UTC, wide enough for both sides of the clock change. */
export function utcWindow({
  timeZone,
  start,
  end,
  days,
}: Pick<WorkingHours, "timeZone" | "start" | "end" | "days">): UtcWindow {
  const offsets = offsetsMinutes(timeZone);
  const local = minutesOf(start);
  const length = (minutesOf(end) - local + DAY_MINUTES) % DAY_MINUTES;
  const earliest = local - Math.max(...offsets);
  const latest = local - Math.min(...offsets) + length;
  const shift = Math.floor(earliest / DAY_MINUTES);
  const first = earliest - shift * DAY_MINUTES;
  const utcDays = WEEK.filter((_, index) => days.includes(WEEK[(index - shift + 14) % 7]!));
  const onDays = utcDays.length === WEEK.length ? "*" : utcDays.join(",");
  return {
    schedule: `${first % 60} ${Math.floor(first / 60)} * * ${onDays}`,
    duration: duration(latest - earliest),
  };
}

/** Minutes a zone is ahead of UTC, over a year. */
function offsetsMinutes(timeZone: string): number[] {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(REFERENCE_YEAR, month, 15)));
  return [...new Set(months.map((month) => offsetOf(format, month)))];
}

function offsetOf(format: Intl.DateTimeFormat, at: Date): number {
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours = "0", minutes = "0"] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h${rest}m`;
}
