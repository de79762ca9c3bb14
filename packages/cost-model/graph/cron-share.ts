const WEEK = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** Share of a week between each sleep and the next wake, 0 to 1; null for expressions other than minute, hour, days. */
export function shareAsleep(sleepCron: string, wakeCron: string): number | null {
  const sleeps = weekMinutes(sleepCron);
  const wakes = weekMinutes(wakeCron);
  if (sleeps === null || wakes === null) return null;
  let asleep = 0;
  for (const wake of wakes) {
    // Back from a wake to the first sleep after the wake before: only that span was spent asleep.
    const previousWake = Math.min(...wakes.map((other) => gap(other, wake)));
    const spans = sleeps.map((sleep) => gap(sleep, wake)).filter((span) => span < previousWake);
    asleep += spans.length === 0 ? 0 : Math.max(...spans);
  }
  return asleep / WEEK_MINUTES;
}

/** Minutes from `earlier` forward to `later` in the circle of a week; a week where they are equal. */
function gap(earlier: number, later: number): number {
  return ((later - earlier + WEEK_MINUTES - 1) % WEEK_MINUTES) + 1;
}

function weekMinutes(cron: string): number[] | null {
  const fields = /^cron\((\d+) (\d+) (?:\?|\*) \* (\S+) \*\)$/.exec(cron.trim());
  if (fields === null) return null;
  const days = daysOf(fields[3]!);
  return days?.map((day) => day * DAY_MINUTES + Number(fields[2]) * 60 + Number(fields[1])) ?? null;
}

function daysOf(field: string): number[] | null {
  if (field === "*" || field === "?") return [0, 1, 2, 3, 4, 5, 6];
  const days: number[] = [];
  for (const part of field.split(",")) {
    const [from = -1, to = from] = part.split("-").map(dayNumber);
    if (from < 0 || to < 0) return null;
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === to) break;
    }
  }
  return days;
}

/** AWS counts Sunday as 1; -1 for what is no day. */
function dayNumber(text: string): number {
  const named = WEEK.indexOf(text);
  return named >= 0 || !/^[1-7]$/.test(text) ? named : Number(text) - 1;
}
