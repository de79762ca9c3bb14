import { shareAsleep } from "../graph/cron-share.ts";

const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

/** Share of a week between each start and the next end, 0 to 1, of 5-field cron; null for what is no time on week days. */
export function shareOfWindow(start: string, end: string): number | null {
  const from = awsCron(start);
  const to = awsCron(end);
  return from === null || to === null ? null : shareAsleep(from, to);
}

/** `0 7 * * 1,2` as AWS writes it: `cron(0 7 ? * MON,TUE *)`. */
function awsCron(cron: string): string | null {
  const fields = /^(\d+) (\d+) \* \* (\*|[0-7](?:[,-][0-7])*)$/.exec(cron.trim());
  if (fields === null) return null;
  return `cron(${fields[1]} ${fields[2]} ? * ${fields[3]!.replace(/\d/g, (day) => DAYS[Number(day)]!)} *)`;
}
