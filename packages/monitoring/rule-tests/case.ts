import type { Labels } from "@pyairtable/slo";

/** One input series: `up{job="services"}` and its values in promtool's notation, one a minute from zero. */
export type Input = readonly [series: string, values: string];

interface CommonCase {
  /** What is shown, as a sentence. */
  readonly says: string;
  readonly input: readonly Input[];
  /** Minutes after the start at which the result is read. */
  readonly atMinutes: number;
}

/** An alert that fires for exactly these labels; an empty list: it does not fire. */
export interface AlertCase extends CommonCase {
  readonly alert: string;
  readonly fires: readonly Labels[];
}

/** An expression and its whole result. */
export interface ExpressionCase extends CommonCase {
  readonly expr: string;
  readonly gives: readonly { readonly labels: Labels; readonly value: number }[];
}

/** Cases over one set of rule files, evaluated every `stepSeconds`. */
export interface Suite {
  readonly name: string;
  /** Names of rule files, in order of evaluation. */
  readonly files: readonly string[];
  readonly stepSeconds: number;
  /** Minutes between values of the input; default 1. */
  readonly inputMinutes?: number;
  readonly cases: readonly (AlertCase | ExpressionCase)[];
}

export const isAlertCase = (one: AlertCase | ExpressionCase): one is AlertCase => "alert" in one;

/** Labels of the two services' teams in the fixture. */
export const ORDERS = { service: "orders", owner: "team-shop" } as const;
export const SHELF = { service: "shelf", owner: "team-shop" } as const;
export const WORKER = { service: "worker", owner: "team-data" } as const;
export const REPORTS = { service: "reports", owner: "team-data" } as const;
export const PLATFORM = { owner: "team-platform" } as const;
export const PAGE = { severity: "page" } as const;
export const TICKET = { severity: "ticket" } as const;
export const INFO = { severity: "info" } as const;
