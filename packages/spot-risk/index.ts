/** Where tasks run and what the loss of Spot does to them. */
export { allocateSpot } from "./allocate-spot.ts";
export { onDemandFloor } from "./floors.ts";
export type { SpotAllocation, SpotInput, SpotOptions } from "./input.ts";
export type { TaskSplit } from "./split-tasks.ts";
export { splitTasks } from "./split-tasks.ts";
