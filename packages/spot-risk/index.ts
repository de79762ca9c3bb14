/** Where tasks run and what the loss of Spot does to them. */
export { allocateSpot } from "./allocate-spot.ts";
export { availabilityOf } from "./availability/availability-of.ts";
export type { AvailabilityOptions } from "./availability/parameters.ts";
export type { PlanAvailability, ServiceAvailability } from "./availability/result.ts";
export { onDemandFloor } from "./floors.ts";
export type { SpotAllocation, SpotInput, SpotOptions } from "./input.ts";
export { splitPods, spotShareOfPods } from "./split-pods.ts";
export type { TaskSplit } from "./split-tasks.ts";
export { splitTasks } from "./split-tasks.ts";
export { spotShareOf, spotShareOfService } from "./spot-share-of.ts";
