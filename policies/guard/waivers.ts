/** An agreed exception, kept in the limits file where a reviewer sees it. */
export interface Waiver {
  readonly rule: string;
  readonly reason: string;
  /** ISO date, the last day it holds. */
  readonly until: string;
}

const DAY_MS = 86_400_000;

/** Why a waiver does not hold today; undefined where it does. */
export function waiverFault(
  { rule, reason, until }: Waiver,
  known: ReadonlySet<string>,
  maxDays: number,
  now: Date,
): string | undefined {
  if (!known.has(rule)) return "names no rule of this pack";
  if (reason.trim().length < 10) return "gives no reason of ten characters or more";
  const end = Date.parse(`${until}T23:59:59Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(until) || Number.isNaN(end)) return "has no date such as 2027-03-31 in `until`";
  if (end < now.getTime()) return `ended on ${until}`;
  if (end > now.getTime() + (maxDays + 1) * DAY_MS) return `runs longer than ${maxDays} days`;
  return undefined;
}
