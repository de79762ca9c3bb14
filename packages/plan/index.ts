/** The plan: every decision of the platform in plain, serialisable, deep-frozen values. */

export { alertingSecrets, channelSecrets, monitoringSecretNames } from "./alerting-secrets.ts";
export { deepFreeze } from "./freeze.ts";
export { hasAlarms, usesAws, usesEcs } from "./halves.ts";
export type * from "./kubernetes-plan.ts";
export { ADD_ON_NAMES } from "./kubernetes-plan.ts";
export type * from "./monitoring-plan.ts";
export type * from "./plan.ts";
export { PLAN_SCHEMA } from "./schema-version.ts";
export type * from "./service-plan.ts";
export type { CostTagKey, CostTags } from "./tags.ts";
export { COST_TAG_KEYS, costTags } from "./tags.ts";
