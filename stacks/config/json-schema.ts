import { z } from "zod";
import { platformSchema } from "./schema.ts";
import { PLATFORM_KEY } from "./settings.ts";

/**
 * JSON schema of `pyairtable:platform`, for editors and other tools.
 *
 * What JSON schema can't say (zones of a region, blocks large enough) is checked on reading.
 */
export function platformJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(platformSchema, { io: "input", target: "draft-7", unrepresentable: "any" });
}

/** … and of a whole `Pulumi.<stack>.yaml`. `platform` is where the other schema lies, relative to this one. */
export function stackFileJsonSchema(platform: string): Record<string, unknown> {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    description: "A stack file of the PyAirtable platform",
    type: "object",
    properties: {
      config: {
        type: "object",
        properties: { [PLATFORM_KEY]: { $ref: platform } },
        required: [PLATFORM_KEY],
        propertyNames: { pattern: "^(pyairtable:platform|(?!pyairtable:)[a-z-]+:.+)$" },
      },
      secretsprovider: { type: "string" },
      encryptedkey: { type: "string" },
      encryptionsalt: { type: "string" },
      environment: { type: "array" },
    },
    required: ["config"],
    additionalProperties: false,
  };
}
