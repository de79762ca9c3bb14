import { z } from "zod";
import { platformSchema } from "./schema.ts";

/** Keys an object of the schema takes at that path; empty where there is none. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let schema: z.core.$ZodType | undefined = platformSchema;
  for (const key of path) schema = schema === undefined ? undefined : child(unwrap(schema), key);
  const object = schema === undefined ? undefined : unwrap(schema);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

/** Without defaults and optionality; of a union, the branch that is an object. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodUnion) {
    return unwrap(schema.options.find((option) => option instanceof z.ZodObject) ?? schema.options[0]!);
  }
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable
  ) {
    return unwrap(schema.unwrap());
  }
  return schema;
}

function child(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(key)];
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return undefined;
}
