/** What was left of each service's error budget when it was measured, and what ran then: read, asked for, checked. */
export { errorBudgetCodes } from "./error-codes.ts";
export { errorBudgetsOf, withoutSeries } from "./of-plan.ts";
export { BUDGET_QUERY, type PrometheusOptions, queryRemaining } from "./query.ts";
export { parseErrorBudgets, type ReadOptions, requireErrorBudgets } from "./read.ts";
export { type ErrorBudgets, lowestRemaining, type Remaining, type ServiceBudget } from "./schema.ts";
