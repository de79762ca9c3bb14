import { promDuration } from "../duration.ts";

/** Names of recorded series; the same as sloth's where sloth has one, so that its dashboards read ours. */
export const totalRate = (windowSeconds: number) => `slo:sli_total:rate${promDuration(windowSeconds)}`;
export const badRate = (windowSeconds: number) => `slo:sli_bad:rate${promDuration(windowSeconds)}`;
export const errorRatio = (windowSeconds: number) => `slo:sli_error:ratio_rate${promDuration(windowSeconds)}`;

export const OBJECTIVE = "slo:objective:ratio";
export const BUDGET = "slo:error_budget:ratio";
export const PERIOD_DAYS_NAME = "slo:time_period:days";
export const CURRENT_BURN = "slo:current_burn_rate:ratio";
export const PERIOD_BURN = "slo:period_burn_rate:ratio";
export const BUDGET_REMAINING = "slo:period_error_budget_remaining:ratio";
export const MINIMUM_REQUESTS = "slo:minimum_requests:count";
export const MINIMUM_BAD = "slo:minimum_bad_events:count";
