/**
 * Error-budget arithmetic. Ratios and objectives are 0 to 1, times are seconds; a burn rate of 1 spends the whole
 * budget in exactly one period.
 */

/** Share of requests that may be bad: 0.999 → 0.001. */
export function errorBudget(objective: number): number {
  return 1 - objective;
}

export function burnRate(errorRatio: number, objective: number): number {
  return errorRatio / errorBudget(objective);
}

/** The burn rate that spends `budgetShare` of a period's budget within one window. */
export function burnFactor(budgetShare: number, windowSeconds: number, periodSeconds: number): number {
  return (budgetShare * periodSeconds) / windowSeconds;
}

/** Share of a period's budget that `seconds` at one error ratio spend, under even traffic; may exceed 1. */
export function budgetSpent(errorRatio: number, seconds: number, objective: number, periodSeconds: number): number {
  return (burnRate(errorRatio, objective) * seconds) / periodSeconds;
}

/** Seconds until `remaining` (0 to 1) of the budget is gone at this burn rate; Infinity where nothing burns. */
export function secondsToExhaustion(rate: number, remaining: number, periodSeconds: number): number {
  if (remaining <= 0) return 0;
  return rate <= 0 ? Number.POSITIVE_INFINITY : (remaining * periodSeconds) / rate;
}

/** Bad requests that a period of `total` may have, whole ones. */
export function allowedBadEvents(total: number, objective: number): number {
  // The sum keeps 0.1% of 1000 at 1 although 1 - 0.999 is a hair less than 0.001.
  return Math.floor(total * errorBudget(objective) + 1e-9);
}

/**
 * Seconds from the start of an outage of one error ratio, after a spotless past and under even traffic, until the
 * window's ratio passes `factor` × budget; Infinity where it never does.
 */
export function detectionSeconds(errorRatio: number, objective: number, factor: number, windowSeconds: number): number {
  const threshold = factor * errorBudget(objective);
  return errorRatio > threshold ? (threshold / errorRatio) * windowSeconds : Number.POSITIVE_INFINITY;
}
