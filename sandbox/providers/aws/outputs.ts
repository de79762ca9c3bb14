import type { Property } from "../schema/interface-block.ts";
import type { ResourceShape } from "../schema/package-types.ts";
import type { Kind } from "../schema/type-expression.ts";
import { isObject, type Properties, UNKNOWN, type Value } from "../values.ts";

/** Inputs, and unknown for all that the service computes; `inside` holds what it adds to an object that is an input. */
export function previewOutputs(
  shape: ResourceShape,
  inputs: Properties,
  region: string,
  inside: Readonly<Record<string, Properties>>,
): Properties {
  const outputs = withoutMarks(inputs);
  for (const [key, added] of Object.entries(inside)) {
    const given = outputs[key];
    if (isObject(given)) outputs[key] = { ...added, ...given };
  }
  for (const property of computedOf(shape, outputs)) outputs[property.name] = UNKNOWN;
  if (shape.outputs.has("region")) outputs.region ??= region;
  return outputs;
}

/** Inputs, what the identity table computes, and an empty value of the right kind for the rest. */
export function realOutputs(
  shape: ResourceShape,
  inputs: Properties,
  computed: Properties,
  region: string,
): Properties {
  const outputs = withoutMarks(inputs);
  for (const [key, value] of Object.entries(computed)) {
    const given = outputs[key];
    if (shape.outputs.has(key))
      outputs[key] = isObject(given) && isObject(value) ? { ...value, ...given } : (given ?? value);
  }
  if (shape.outputs.has("region")) outputs.region ??= region;
  for (const property of computedOf(shape, outputs)) outputs[property.name] = emptyOf(property.kind);
  return outputs;
}

function withoutMarks(inputs: Properties): Properties {
  return Object.fromEntries(Object.entries(inputs).filter(([key]) => !key.startsWith("__")));
}

function computedOf(shape: ResourceShape, present: Properties): Property[] {
  return [...shape.outputs.values()].filter(
    ({ name, required }) =>
      required && present[name] === undefined && name !== "region" && name !== "urn" && name !== "id",
  );
}

function emptyOf(kind: Kind): Value {
  switch (kind.kind) {
    case "number":
      return 0;
    case "boolean":
      return false;
    case "array":
      return [];
    case "map":
    case "object":
      return {};
    case "literal":
      return kind.value;
    case "union":
      return emptyOf(kind.of[0] ?? { kind: "string" });
    default:
      return "";
  }
}
