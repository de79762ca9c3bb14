/** Monte Carlo of Spot loss. A module of its own: a preview needs the closed form only, not random draws. */
export type { SimulatedAvailability, SimulationOptions } from "./availability/simulate-plan.ts";
export { simulatePlan } from "./availability/simulate-plan.ts";
