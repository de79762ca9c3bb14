import { objects, type Properties } from "../../values.ts";
import { at } from "../objects.ts";

export interface Readiness {
  readonly ready: boolean;
  /** What is missing, such as `1 of 3 pods available`. */
  readonly waitingFor: string;
  /** Set when waiting on is of no use. */
  readonly failed?: string;
}

export type Judge = (object: Properties) => Readiness;

export const READY: Readiness = { ready: true, waitingFor: "" };

export function conditionOf(object: Properties, type: string): Properties | undefined {
  return objects(at(object, "status", "conditions")).find(({ item }) => item.type === type)?.item;
}

/** A count of the status; 0 when it is not there. */
export function count(object: Properties, field: string): number {
  const value = at(object, "status", field);
  return typeof value === "number" ? value : 0;
}

/** Whether the controller has seen the object as it is now. */
export function isCurrent(object: Properties): boolean {
  return count(object, "observedGeneration") >= Number(at(object, "metadata", "generation") ?? 0);
}
