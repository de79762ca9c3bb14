import type { Diagnostic } from "@pyairtable/diagnostics";
import type { JsonSchema } from "../json-schema.ts";
import { checkCompatibility } from "./gate.ts";

// biome-ignore lint/suspicious/noExplicitAny: an edit reaches into a literal that it breaks on purpose.
export type Edit = (schema: any) => void;

/** A contract of every kind of node, edited. */
export function contract(version: string, edit: Edit = () => {}): JsonSchema {
  const schema = {
    $id: `urn:pyairtable:outputs:${version}`,
    type: "object",
    properties: {
      name: { type: "string", minLength: 1, maxLength: 64, pattern: "^[a-z]+$", description: "its name" },
      tier: { type: "string", enum: ["critical", "standard"] },
      currency: { type: "string", const: "USD" },
      port: { type: "integer", minimum: 1, maximum: 65535 },
      usd: { type: "number", exclusiveMinimum: 0 },
      when: { type: "string", format: "date-time" },
      zone: { type: ["string", "null"] },
      note: { type: "string" },
      subnets: { type: "array", items: { type: "string", pattern: "^subnet-" }, minItems: 2, maxItems: 6 },
      services: {
        type: "object",
        propertyNames: { type: "string", pattern: "^[a-z-]+$" },
        additionalProperties: { $ref: "#/$defs/service" },
      },
      target: {
        anyOf: [{ type: "object", properties: { arn: { type: "string" } }, required: ["arn"] }, { type: "null" }],
      },
    },
    required: ["name", "tier", "currency", "port", "usd", "when", "zone", "subnets", "services", "target"],
    $defs: { service: { type: "object", properties: { arn: { type: "string" } }, required: ["arn"] } },
  };
  edit(schema);
  return schema;
}

/** What the gate says of an edit of the contract 1.0.0, published under `version`. */
export function gate(edit: Edit, version = "1.0.0"): Diagnostic[] {
  return checkCompatibility(contract("1.0.0"), contract(version, edit));
}

export function codes(edit: Edit, version?: string): string[] {
  return gate(edit, version).map(({ code, path }) => `${code} ${path}`);
}
