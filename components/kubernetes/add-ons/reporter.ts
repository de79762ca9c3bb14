import { type Reporter, reporter } from "../../shared/index.ts";

export type { Reporter } from "../../shared/index.ts";

/** Gathers what is wrong with one add-on's args. */
export function addOnReporter(subject: string): Reporter {
  return reporter("add-on", subject);
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  /** Whether a fraction is refused. Default true. */
  readonly whole?: boolean;
}

/** A number within bounds that several args share. */
export function checkNumber(report: Reporter, path: string, got: unknown, bounds: Bounds): void {
  const { min, max, unit, whole = true } = bounds;
  if (whole) report.wholeNumber(path, got, min, max, unit);
  else report.number(path, got, min, max, unit);
}
