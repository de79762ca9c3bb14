import { isObject, type Properties, secret, type Value } from "../../values.ts";
import { metadataOf } from "../objects.ts";

/** The SDK writes `x_kubernetes_list_type` where the API has `x-kubernetes-list-type`. */
export function toServer(inputs: Properties): Properties {
  return renamed(inputs, (key) => (key.startsWith("x_kubernetes_") ? key.replaceAll("_", "-") : key)) as Properties;
}

/** Back to the SDK's spelling, where the program used it. */
export function toProgram(object: Properties, inputs: Properties): Properties {
  if (!JSON.stringify(inputs).includes('"x_kubernetes_')) return object;
  return renamed(object, (key) => (key.startsWith("x-kubernetes-") ? key.replaceAll("-", "_") : key)) as Properties;
}

/** A live object as the engine keeps it: without the list of managers, and with a Secret's data marked secret. */
export function toOutputs(live: Properties): Properties {
  const { managedFields: _, ...metadata } = metadataOf(live);
  const outputs: Properties = { ...live, metadata };
  if (live.kind !== "Secret") return outputs;
  for (const field of ["data", "stringData"]) {
    if (outputs[field] !== undefined) outputs[field] = secret(outputs[field]);
  }
  return outputs;
}

const SERVER_METADATA = ["creationTimestamp", "generation", "managedFields", "resourceVersion", "uid", "selfLink"];

/** Inputs for an object of which only the id is known, as an import has it: all but what the server fills in. */
export function importedInputs(live: Properties): Properties {
  const { status: _, ...rest } = live;
  const metadata = Object.entries(metadataOf(live)).filter(([key]) => !SERVER_METADATA.includes(key));
  return { ...rest, metadata: Object.fromEntries(metadata) };
}

function renamed(value: Value, rename: (key: string) => string): Value {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [rename(key), renamed(child, rename)]));
}
