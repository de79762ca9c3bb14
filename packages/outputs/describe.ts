import { type JsonSchema, platformJsonSchema } from "./json-schema.ts";

/** One leaf of the contract; `path` uses `<service>` for a key of a record and `[]` for an element. */
export interface ContractField {
  readonly path: string;
  readonly type: string;
  readonly meaning: string;
}

/** Every leaf in the order of the schema: what a table in the docs prints. */
export function describeContract(schema: JsonSchema = platformJsonSchema()): ContractField[] {
  return walk("platform", schema, "");
}

function walk(path: string, node: JsonSchema, inherited: string): ContractField[] {
  const meaning = (node.description as string | undefined) ?? inherited;
  if (node.properties !== undefined) {
    return Object.entries(node.properties as Record<string, JsonSchema>).flatMap(([key, child]) =>
      walk(`${path}.${key}`, child, ""),
    );
  }
  if (typeof node.additionalProperties === "object") {
    return walk(`${path}.<service>`, node.additionalProperties as JsonSchema, "");
  }
  if (node.items !== undefined) return walk(`${path}[]`, node.items as JsonSchema, meaning);
  return [{ path, type: typeText(node), meaning }];
}

function typeText(node: JsonSchema): string {
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (Array.isArray(node.enum)) return node.enum.map((value) => JSON.stringify(value)).join(", ");
  return String(node.type);
}
