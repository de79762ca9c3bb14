import { type JsonSchema, platformJsonSchema } from "./json-schema.ts";
import { PLATFORM_OUTPUT } from "./version.ts";

/** One leaf of a contract; `path` uses `<service>` and the like for a key of a record and `[]` for an element. */
export interface ContractField {
  readonly path: string;
  readonly type: string;
  readonly meaning: string;
}

/** Every leaf in the order of the schema: what a table in the docs prints. */
export function describeContract(schema: JsonSchema = platformJsonSchema(), output = PLATFORM_OUTPUT): ContractField[] {
  return walk(output, schema, "");
}

/** What a key of a record is called, by the record's name. */
const KEYS: Readonly<Record<string, string>> = { services: "service", namespaces: "namespace", addOns: "addOn" };

function walk(path: string, node: JsonSchema, inherited: string): ContractField[] {
  const meaning = (node.description as string | undefined) ?? inherited;
  if (node.properties !== undefined) {
    return Object.entries(node.properties as Record<string, JsonSchema>).flatMap(([key, child]) =>
      walk(`${path}.${key}`, child, ""),
    );
  }
  if (typeof node.additionalProperties === "object") {
    const key = KEYS[path.slice(path.lastIndexOf(".") + 1)] ?? "key";
    const value = node.additionalProperties as JsonSchema;
    return walk(`${path}.<${key}>`, value, value.properties === undefined ? meaning : "");
  }
  if (node.items !== undefined) return walk(`${path}[]`, node.items as JsonSchema, meaning);
  return [{ path, type: typeText(node), meaning }];
}

function typeText(node: JsonSchema): string {
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (Array.isArray(node.enum)) return node.enum.map((value) => JSON.stringify(value)).join(", ");
  if (Array.isArray(node.anyOf)) return (node.anyOf as JsonSchema[]).map(typeText).join(" or ");
  return String(node.type);
}
