import { type Diagnostic, nearest, show } from "@pyairtable/diagnostics";
import type * as z from "zod";
import { errorBudgetsSchema } from "./schema.ts";

type Issue = z.core.$ZodIssue;

/** What zod refused, in the user's words. */
export function explain(issue: Issue, raw: unknown, subject: string): Diagnostic[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey([...issue.path, key], subject));
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null)?.[key], raw);
  const at = { path: pathOf(subject, issue.path), got: shown(value) };
  const name = String(issue.path.at(-1) ?? "the file");
  if (value === undefined) {
    return [{ code: "budgets.missing", ...at, wanted: wantedOf(issue), fix: `Add ${name}, or measure again.` }];
  }
  switch (issue.code) {
    case "too_small":
    case "too_big":
      return [{ code: "budgets.range", ...at, wanted: wantedOf(issue), fix: rangeFix(name, value) }];
    case "invalid_value":
      return [{ code: "budgets.value", ...at, wanted: wantedOf(issue), fix: "Take one of them." }];
    case "invalid_format":
      return [{ code: "budgets.value", ...at, wanted: wantedOf(issue), fix: "Write it as 2026-11-22T06:00:00Z." }];
    default:
      return [{ code: "budgets.type", ...at, wanted: wantedOf(issue), fix: `Correct ${name}, or measure again.` }];
  }
}

export function pathOf(subject: string, keys: readonly PropertyKey[]): string {
  return keys.length === 0 ? subject : `${subject}: ${keys.map(String).join(".")}`;
}

function unknownKey(keys: readonly PropertyKey[], subject: string): Diagnostic {
  const name = String(keys.at(-1));
  const known = keysAt(keys.slice(0, -1));
  const near = nearest(name, known);
  const fix = near === undefined ? "Remove it." : `Rename it to ${near}.`;
  const wanted = `one of the keys ${known.join(", ")}`;
  return { code: "budgets.unknown-key", path: pathOf(subject, keys), got: show(name), wanted, fix };
}

function keysAt(path: readonly PropertyKey[]): string[] {
  const service = errorBudgetsSchema.shape.services.valueType;
  if (path.length === 0) return Object.keys(errorBudgetsSchema.shape);
  return Object.keys(path.length === 2 ? service.shape : service.shape.remaining.shape);
}

function wantedOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "int"
        ? "a whole number"
        : `${issue.expected === "object" ? "an" : "a"} ${words(issue)}`;
    case "invalid_value":
      return `one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return `at least ${issue.minimum}${issue.origin === "string" ? " character" : ""}`;
    case "too_big":
      return `at most ${issue.maximum}`;
    case "invalid_format":
      return "an ISO instant in UTC";
    default:
      return issue.message;
  }
}

function words({ expected }: Extract<Issue, { code: "invalid_type" }>): string {
  if (expected === "number") return "finite number";
  return expected === "record" ? "record by name of service" : expected;
}

function rangeFix(name: string, value: unknown): string {
  const percent = typeof value === "number" && value > 1 && value <= 100 && name !== "replicasMin";
  return percent ? `Write ${value / 100}: it is a share, not percent.` : `Set ${name} within that range.`;
}

/** JSON has no word for a number that is not finite. */
function shown(value: unknown): string {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : show(value);
}
