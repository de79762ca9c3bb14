import type { ErrorBudgets } from "./schema.ts";

/** A sound file of two services, for tests to break. */
export function someBudgets(): ErrorBudgets {
  return {
    source: "a test",
    origin: "measured",
    measuredAt: "2026-11-22T06:00:00.000Z",
    periodDays: 30,
    services: {
      "record-service": { remaining: { availability: 0.4, latency: -0.2 }, spotShare: 0.5, replicasMin: 2 },
      "audit-log": { remaining: { availability: 1, latency: null }, spotShare: 0, replicasMin: 0 },
    },
  };
}
