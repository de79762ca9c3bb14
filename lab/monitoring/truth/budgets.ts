import type { Plan } from "@pyairtable/plan";
import { specsFromPlan } from "@pyairtable/slo";
import type { History } from "../series/history.ts";
import { sum, trailingMean } from "./by-minute.ts";

/** What is left of one objective's budget; below 0: overspent. */
export interface TrueBudget {
  readonly service: string;
  readonly slo: string;
  readonly remaining: number;
}

/** A month is the sum of rates over five minutes, so what came last counts in part. */
const RATE_MINUTES = 5;

/**
 * Bad requests over all of the history and `ahead` minutes more, beside what the objective allows, by request and without
 * Prometheus; idle services left out. An incident that still goes on spends half a budget in ten minutes.
 */
export function trueBudgets(plan: Plan, { services, clock }: History, ahead: number): readonly TrueBudget[] {
  const counted = (values: Float64Array) => sum(trailingMean(values, RATE_MINUTES), 0, clock.minutes + ahead);
  return specsFromPlan(plan).flatMap(({ service, slo, objective }) => {
    const own = services.find((one) => one.service.name === service)!;
    const requests = counted(own.total);
    if (requests === 0) return [];
    const bad = counted(slo === "latency" ? own.slow : own.bad);
    return [{ service, slo, remaining: 1 - bad / requests / (1 - objective) }];
  });
}
