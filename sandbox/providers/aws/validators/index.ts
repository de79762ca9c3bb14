import type { ResourceId } from "../../backend.ts";
import type { Properties } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { tags } from "./tags.ts";
import type { Surroundings, Validator } from "./validator.ts";

const byType: Readonly<Record<string, readonly Validator[]>> = {};

/** All that a service would refuse in these inputs; unknown values are passed over. */
export function validate(resource: ResourceId, inputs: Properties, around: Surroundings): Violation[] {
  const found = (byType[resource.type] ?? []).flatMap((validator) => validator(inputs, { ...around, resource }));
  return [...found, ...tags(inputs)];
}
