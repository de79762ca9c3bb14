import type { Labels, RecordingRule } from "../rule.ts";
import type { SloSpec } from "../spec.ts";
import { DAY_SECONDS } from "../windows.ts";
import {
  BUDGET,
  BUDGET_REMAINING,
  CURRENT_BURN,
  errorRatio,
  MINIMUM_BAD,
  MINIMUM_REQUESTS,
  OBJECTIVE,
  PERIOD_BURN,
  PERIOD_DAYS_NAME,
} from "./names.ts";
import { BASE_WINDOW_SECONDS } from "./options.ts";

/** What each objective says, as constants; owner, tier and domain ride on the objective and reach every alert. */
export function objectiveRules(specs: readonly SloSpec[]): RecordingRule[] {
  const constants = specs.flatMap((spec): RecordingRule[] => {
    const id = { service: spec.service, slo: spec.slo };
    const { owner, tier, domain, lowTraffic } = spec;
    return [
      constant(OBJECTIVE, spec.objective, { ...id, owner, tier, domain }),
      constant(PERIOD_DAYS_NAME, spec.periodDays, id),
      constant(MINIMUM_REQUESTS, lowTraffic.minimumRequests, id),
      constant(MINIMUM_BAD, lowTraffic.minimumBadEvents, id),
    ];
  });
  return [...constants, { record: BUDGET, expr: `1 - ${OBJECTIVE}` }];
}

/** How fast the budget burns now, how fast over the period, and what is left of it (below 0: overspent). */
export function burnRules(periodDays: number): RecordingRule[] {
  const overBudget = (windowSeconds: number) =>
    `${errorRatio(windowSeconds)} / on (service, slo) group_right () ${BUDGET}`;
  return [
    { record: CURRENT_BURN, expr: overBudget(BASE_WINDOW_SECONDS) },
    { record: PERIOD_BURN, expr: overBudget(periodDays * DAY_SECONDS) },
    { record: BUDGET_REMAINING, expr: `1 - ${PERIOD_BURN}` },
  ];
}

function constant(record: string, value: number, labels: Labels): RecordingRule {
  return { record, expr: `vector(${value})`, labels };
}
