import type { Plan } from "@pyairtable/plan";
import type { CostLine } from "../line.ts";
import { priceBook } from "../prices.ts";
import { plannedServiceLines } from "./service-lines.ts";
import { plannedSharedLines } from "./shared-lines.ts";

/** Name under which `explain` answers for what all services share. */
export const SHARED = "platform";

/** Each number of one service's planned cost (or of `platform`); they add up to what `pricePlan` says, to the cent. */
export function explain(plan: Plan, name: string): readonly CostLine[] {
  const book = priceBook(plan.region);
  if (name === SHARED) return Object.values(plannedSharedLines(book, plan)).flat();
  const service = plan.services.find((candidate) => candidate.name === name);
  if (service === undefined) throw new Error(`the plan has no service ${name}`);
  return Object.values(plannedServiceLines(book, plan, service)).flat();
}
