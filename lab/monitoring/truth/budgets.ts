import type { Plan } from "@pyairtable/plan";
import { specsFromPlan } from "@pyairtable/slo";
import type { History } from "../series/history.ts";

/** What is left of one objective's budget over the whole history; below 0: overspent. */
export interface TrueBudget {
  readonly service: string;
  readonly slo: string;
  readonly remaining: number;
}

/** Bad requests over all, beside what the objective allows, by request and without Prometheus; idle services left out. */
export function trueBudgets(plan: Plan, { services, clock }: History): readonly TrueBudget[] {
  const sum = (values: Float64Array) => values.slice(0, clock.minutes).reduce((all, one) => all + one, 0);
  return specsFromPlan(plan).flatMap(({ service, slo, objective }) => {
    const own = services.find((one) => one.service.name === service)!;
    const requests = sum(own.total);
    if (requests === 0) return [];
    const bad = sum(slo === "latency" ? own.slow : own.bad);
    return [{ service, slo, remaining: 1 - bad / requests / (1 - objective) }];
  });
}
