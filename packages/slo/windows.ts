import { burnFactor } from "./budget.ts";
import table from "./data/windows.json" with { type: "json" };
import type { Severity } from "./rule.ts";

/** One pair of windows: an alert holds while both burn faster than `factor`. */
export interface BurnWindow {
  readonly name: string;
  readonly severity: Severity;
  /** Share of the period's budget gone when the long window first passes the factor. */
  readonly budgetShare: number;
  readonly longSeconds: number;
  /** A twelfth of the long one, so that the alert ends soon after the outage. */
  readonly shortSeconds: number;
  readonly factor: number;
}

export const PERIOD_DAYS = table.periodDays;
export const DAY_SECONDS = 86_400;

/** The published windows for 30 days, fastest first. */
export const BURN_WINDOWS: readonly BurnWindow[] = table.windows as readonly BurnWindow[];

/** The same shares of the budget over another period: only the factors change. */
export function windowsForPeriod(periodDays: number): readonly BurnWindow[] {
  return BURN_WINDOWS.map((window) => ({
    ...window,
    factor: burnFactor(window.budgetShare, window.longSeconds, periodDays * DAY_SECONDS),
  }));
}

/** Every window that some pair uses, seconds, ascending. */
export function windowLengths(windows: readonly BurnWindow[]): readonly number[] {
  return [...new Set(windows.flatMap(({ longSeconds, shortSeconds }) => [longSeconds, shortSeconds]))].sort(
    (a, b) => a - b,
  );
}
