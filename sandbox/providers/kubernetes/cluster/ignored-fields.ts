import { isObject, type Properties } from "../../values.ts";
import { at } from "../objects.ts";
import { othersOwning, ownedFields, owns } from "./field-owner.ts";

/**
 * The object without what `ignoreChanges` leaves to others, as the real provider sends it: a field that another manager
 * owns alone (an autoscaler's replicas) is left out, any other keeps its live value. Paths into lists stay as they are.
 */
export function withoutIgnored(
  object: Properties,
  live: Properties,
  manager: string,
  ignored: readonly string[],
): Properties {
  const result = structuredClone(object);
  for (const path of ignored) {
    const steps = path.split(".");
    if (path.includes("[") || steps.length === 0) continue;
    const parent = at(result, ...steps.slice(0, -1));
    const field = steps.at(-1)!;
    const now = at(live, ...steps);
    if (!isObject(parent) || now === undefined) continue;
    const isTheirs = othersOwning(live, manager, steps).length > 0 && !owns(ownedFields(live, manager), steps);
    if (isTheirs) delete parent[field];
    else parent[field] = now;
  }
  return result;
}
