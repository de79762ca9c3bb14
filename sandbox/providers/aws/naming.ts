import { createHash } from "node:crypto";
import type { ResourceShape } from "../schema/package-types.ts";
import { hasUnknown, list, type Properties, type Value } from "../values.ts";
import type { Violation } from "../violation.ts";
import table from "./data/naming.json" with { type: "json" };

interface NameRule {
  readonly max: number;
  readonly min?: number;
  readonly pattern?: string;
  readonly lowercase?: boolean;
  readonly prefix?: string;
}

const rules = table.byType as Readonly<Record<string, NameRule>>;
const nameProperties: Readonly<Record<string, string>> = table.nameProperty;
const SUFFIX_LENGTH = 7;

/** Marks inputs that the provider filled in, as the bridged providers do. */
export const DEFAULTS_KEY = "__defaults";

/** The property that holds the physical name, when the provider can fill it in. */
export function nameProperty(shape: ResourceShape): string | undefined {
  const property = nameProperties[shape.token] ?? "name";
  const found = shape.inputs.get(property);
  return found !== undefined && !found.required && found.kind.kind === "string" ? property : undefined;
}

export function isAutonamed(inputs: Properties, property: string): boolean {
  return list(inputs[DEFAULTS_KEY]).includes(property);
}

/** `${logicalName}-${7 hex}`, the hex drawn from URN and ordinal, within the type's limits. */
export function autoname(type: string, logicalName: string, urn: string, ordinal: number, inputs: Properties): string {
  const rule = rules[type];
  const hex = createHash("sha256").update(`${urn}\n${ordinal}`).digest("hex").slice(0, SUFFIX_LENGTH);
  const fifo = inputs.fifoQueue === true || inputs.fifoTopic === true ? ".fifo" : "";
  const name = `${rule?.prefix ?? ""}${logicalName}-${hex}${fifo}`;
  return rule?.lowercase === true ? name.toLowerCase() : name;
}

export function checkName(type: string, property: string, value: Value | undefined, autonamed: boolean): Violation[] {
  const rule = rules[type];
  if (rule === undefined || typeof value !== "string" || hasUnknown(value)) return [];
  const wanted = `${rule.min ?? 1} to ${rule.max} characters`;
  if (value.length > rule.max || value.length < (rule.min ?? 1)) {
    const message = autonamed
      ? `unable to fill in a unique name: the logical name plus ${SUFFIX_LENGTH + 1} characters breaks the length limit`
      : `ValidationError: ${property} must be ${wanted} long, this has ${value.length}`;
    return [{ path: property, got: value, wanted, message }];
  }
  if (rule.pattern !== undefined && !new RegExp(rule.pattern).test(value)) {
    const message = `ValidationError: ${property} has characters that are not allowed`;
    return [{ path: property, got: value, wanted: `text that matches ${rule.pattern}`, message }];
  }
  return [];
}
