import { hasUnknown, isObject, join, type Properties, type Value } from "../values.ts";
import type { Violation } from "../violation.ts";
import type { Property } from "./interface-block.ts";
import type { PackageTypes } from "./package-types.ts";
import type { Kind } from "./type-expression.ts";

/** Checks inputs against declared properties; returns them coerced as the bridged providers coerce. */
export function checkShape(
  types: PackageTypes,
  declared: ReadonlyMap<string, Property>,
  inputs: Properties,
  path = "",
): { inputs: Properties; violations: Violation[] } {
  const violations: Violation[] = [];
  const coerced: Properties = {};
  for (const [key, value] of Object.entries(inputs)) {
    const property = declared.get(key);
    if (property === undefined) {
      const wanted = `one of ${[...declared.keys()].join(", ")}`;
      violations.push({ path: join(path, key), got: value, wanted, message: "Invalid or unknown key" });
    } else if (value !== null) {
      coerced[key] = checkValue(types, property.kind, value, join(path, key), violations);
      checkClosedSet(property, value, join(path, key), violations);
    }
  }
  for (const property of declared.values()) {
    if (!property.required || (inputs[property.name] ?? null) !== null) continue;
    const message = `Missing required argument. The argument "${property.name}" is required, but no definition was found`;
    violations.push({ path: join(path, property.name), got: undefined, wanted: describe(property.kind), message });
  }
  return { inputs: coerced, violations };
}

function checkValue(types: PackageTypes, kind: Kind, value: Value, path: string, violations: Violation[]): Value {
  if (hasUnknown(value) && typeof value === "string") return value;
  const wrong = (): Value => {
    violations.push({ path, got: value, wanted: describe(kind), message: "Inappropriate value for attribute" });
    return value;
  };
  switch (kind.kind) {
    case "any":
      return value;
    case "literal":
      return value === kind.value ? value : wrong();
    case "string":
      if (typeof value === "number" || typeof value === "boolean") return String(value);
      return typeof value === "string" || isAsset(value) ? value : wrong();
    case "number":
      if (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))) return Number(value);
      return typeof value === "number" ? value : wrong();
    case "boolean":
      return typeof value === "boolean" ? value : value === "true" ? true : value === "false" ? false : wrong();
    case "array":
      if (!Array.isArray(value)) return wrong();
      return value.map((item, i) => checkValue(types, kind.of, item, `${path}[${i}]`, violations));
    case "map": {
      if (!isObject(value)) return wrong();
      const entries = Object.entries(value).filter(([, child]) => child !== null);
      return Object.fromEntries(
        entries.map(([key, child]) => [key, checkValue(types, kind.of, child, join(path, key), violations)]),
      );
    }
    case "object": {
      if (!isObject(value)) return wrong();
      const nested = checkShape(types, types.nested(kind.ref), value, path);
      violations.push(...nested.violations);
      return nested.inputs;
    }
    case "union":
      return checkUnion(types, kind.of, value, path, violations, wrong);
  }
}

function checkUnion(
  types: PackageTypes,
  members: readonly Kind[],
  value: Value,
  path: string,
  violations: Violation[],
  wrong: () => Value,
): Value {
  const takesText = members.some((member) => member.kind === "string");
  // A policy document given as an object reaches the service as JSON text.
  if (takesText && isObject(value) && !isAsset(value)) return JSON.stringify(value);
  for (const member of members) {
    const found: Violation[] = [];
    const coerced = checkValue(types, member, value, path, found);
    if (found.length === 0) return coerced;
    if (members.length === 1) violations.push(...found);
  }
  return wrong();
}

function checkClosedSet(property: Property, value: Value, path: string, violations: Violation[]): void {
  if (property.values === undefined || typeof value !== "string" || hasUnknown(value)) return;
  if (property.values.includes(value)) return;
  const wanted = `one of ${property.values.join(", ")}`;
  violations.push({ path, got: value, wanted, message: `expected ${property.name} to be one of the accepted values` });
}

function isAsset(value: Value): boolean {
  return isObject(value) && typeof value["4dabf18193072939515e22adb298388d"] === "string";
}

function describe(kind: Kind): string {
  switch (kind.kind) {
    case "array":
      return `a list of ${describe(kind.of)}`;
    case "map":
      return `a map of ${describe(kind.of)}`;
    case "object":
      return `an object (${kind.ref})`;
    case "literal":
      return JSON.stringify(kind.value);
    case "union":
      return kind.of.map(describe).join(" or ");
    default:
      return kind.kind === "any" ? "a value" : `a ${kind.kind}`;
  }
}
