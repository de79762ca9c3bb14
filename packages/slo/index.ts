/** Service level objectives: one spec an objective, its budget, its rules and alerts, its OpenSLO form. No Pulumi here. */
export {
  allowedBadEvents,
  budgetSpent,
  burnFactor,
  burnRate,
  detectionSeconds,
  errorBudget,
  secondsToExhaustion,
} from "./budget.ts";
export { promDuration } from "./duration.ts";
export { sloErrorCodes } from "./error-codes.ts";
export { type OpenSloDocument, openSloDocuments } from "./openslo.ts";
export { type FiringInterval, firingIntervals, type TrafficSample } from "./reference.ts";
export {
  type AlertRule,
  isAlert,
  type Labels,
  type RecordingRule,
  type Rule,
  type RuleGroup,
  SEVERITIES,
  type Severity,
} from "./rule.ts";
export { sloAlertGroups, sloRecordingGroups } from "./rules/groups.ts";
export * as sloSeries from "./rules/names.ts";
export type { SloRuleOptions } from "./rules/options.ts";
export {
  BUCKETS_SECONDS,
  bucketMatcher,
  SLI_SOURCE_NAMES,
  SLI_SOURCES,
  type Sli,
  type SliSource,
  type SliSourceName,
  serviceMatcher,
} from "./sli.ts";
export {
  DEFAULT_LOW_TRAFFIC,
  type LowTraffic,
  type SloSpec,
  sliSourceOf,
  specsFromPlan,
  specsOfService,
} from "./spec.ts";
export { checkSlos, objectiveFix, requireSlos } from "./validate.ts";
export { BURN_WINDOWS, type BurnWindow, PERIOD_DAYS, windowLengths, windowsForPeriod } from "./windows.ts";
