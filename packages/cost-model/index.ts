/** What the platform costs a month, from the plan and from the resource graph. */
export { HOURS_PER_MONTH } from "./assumptions.ts";
export { type AverageTasks, averageTasks, type TaskSchedule } from "./average-tasks.ts";
export { shareAsleep } from "./graph/cron-share.ts";
export { priceGraph } from "./graph/price-graph.ts";
export type { GraphCost, GraphOptions, GraphResource, PricedResource } from "./graph/types.ts";
export type { CostLine } from "./line.ts";
export { explain, SHARED } from "./plan/explain.ts";
export type { PartPrice, PlanCost, ServiceCost, ServicePart, SharedCost, SharedPart } from "./plan/parts.ts";
export { SERVICE_PARTS, SHARED_PARTS } from "./plan/parts.ts";
export { pricePlan } from "./plan/price-plan.ts";
export type { Price, PriceBook, PriceKey } from "./prices.ts";
export { priceBook, pricedRegions } from "./prices.ts";
