import { isUnknown, numeric, type Properties, text, type Value } from "../../values.ts";
import type { Violation } from "../../violation.ts";

/** Gathers violations, with the checks that many services share. */
export class Findings {
  readonly violations: Violation[] = [];

  refuse(path: string, got: Value | undefined, wanted: string, message: string): void {
    this.violations.push({ path, got, wanted, message });
  }

  /** A number within bounds, both included; absent and unknown values pass. */
  range(path: string, value: Value | undefined, from: number, to: number, unit: string, code: string): void {
    const known = numeric(value);
    if (known === undefined || (known >= from && known <= to)) return;
    const last = path.slice(path.lastIndexOf(".") + 1);
    this.refuse(path, known, `${from} to ${to} ${unit}`.trim(), `${code}: ${last} is out of range`);
  }

  oneOf(path: string, value: Value | undefined, accepted: readonly string[], code: string): void {
    const known = text(value);
    if (known === undefined || accepted.includes(known)) return;
    this.refuse(path, known, `one of ${accepted.join(", ")}`, `${code}: unknown value`);
  }

  matches(path: string, value: Value | undefined, pattern: RegExp, wanted: string, message: string): void {
    const known = text(value);
    if (known !== undefined && !pattern.test(known)) this.refuse(path, known, wanted, message);
  }

  /** Exactly one of these arguments is given. */
  exactlyOne(inputs: Properties, keys: readonly string[], path: string, code: string): void {
    const given = keys.filter((key) => isGiven(inputs[key]));
    if (given.length === 1) return;
    const got = given.length === 0 ? undefined : given.join(", ");
    this.refuse(path, got, `exactly one of ${keys.join(", ")}`, `${code}: ${given.length} of these were given`);
  }
}

/** Present, and no empty list. An unknown value counts as given. */
export function isGiven(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === "") return false;
  return !(Array.isArray(value) && value.length === 0);
}

export function isKnown(value: Value | undefined): boolean {
  return value !== undefined && !isUnknown(value);
}

/** JSON text as a value; a finding and undefined where it does not parse. */
export function parseJson(findings: Findings, path: string, value: Value | undefined, code: string): Value | undefined {
  const known = text(value);
  if (known === undefined) return undefined;
  try {
    return JSON.parse(known) as Value;
  } catch (error) {
    findings.refuse(path, known, "valid JSON", `${code}: contains invalid JSON (${(error as Error).message})`);
    return undefined;
  }
}
