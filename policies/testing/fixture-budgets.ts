import type { MeasuredBudget, MeasuredBudgets } from "../facts.ts";

/** What time it is in tests of error budgets. */
export const FIXTURE_NOW = new Date("2026-11-24T12:00:00Z");

const ran = (remaining: number, spotShare: number, replicasMin: number): MeasuredBudget => {
  return { slo: "availability", remaining, spotShare, replicasMin };
};

/** `auth-service` is out of budget, `audit-log` exactly at its end, `import-worker` nearly. */
const services = {
  "auth-service": ran(-0.4, 0.5, 2),
  "audit-log": ran(0, 0, 1),
  "import-worker": ran(0.02, 0.2, 9),
  "search-service": ran(0.9, 0, 9),
};

/** Error budgets that tests judge by, by stack: those committed change with each measurement. */
export const FIXTURE_BUDGETS: Readonly<Record<string, MeasuredBudgets>> = {
  prod: { origin: "sample", measuredAt: "2026-01-01T00:00:00Z", services },
  fresh: { origin: "measured", measuredAt: "2026-11-10T12:00:00Z", services },
  old: { origin: "measured", measuredAt: "2026-11-09T12:00:00Z", services },
};
