import type { OffHours, WorkingHours } from "@pyairtable/plan";

const MINUTES_A_WEEK = 7 * 24 * 60;
const WEEK = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

/** The schedule of a service that keeps `replicas` tasks outside working hours. */
export function offHoursOf(hours: WorkingHours, replicas: number, why: string): OffHours {
  const days = WEEK.filter((day) => (hours.days as readonly string[]).includes(day)).join(",");
  return {
    replicas,
    sleepCron: cronAt(hours.end, days),
    wakeCron: cronAt(hours.start, days),
    timeZone: hours.timeZone,
    shareOfWeek: shareAsleep(hours),
    why,
  };
}

/** Share of a week outside working hours, 0 to 1, to four digits. */
export function shareAsleep(hours: WorkingHours): number {
  const awake = (minuteOfDay(hours.end) - minuteOfDay(hours.start)) * hours.days.length;
  return Math.round((1 - awake / MINUTES_A_WEEK) * 10_000) / 10_000;
}

function cronAt(time: string, days: string): string {
  const minutes = minuteOfDay(time);
  return `cron(${minutes % 60} ${Math.floor(minutes / 60)} ? * ${days} *)`;
}

function minuteOfDay(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}
