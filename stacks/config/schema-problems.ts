import { type Diagnostic, nearest, show } from "@pyairtable/diagnostics";
import type { z } from "zod";
import { onePerPlace } from "../../catalog/lib/one-per-place.ts";
import { wantedOf } from "../../catalog/lib/zod-words.ts";
import { pathOf } from "./problem.ts";
import { keysAt } from "./schema-keys.ts";

type Issue = z.core.$ZodIssue;

/** Turns what zod found into diagnostics in the user's words. */
export function schemaProblems(issues: readonly Issue[], raw: unknown, subject: string): Diagnostic[] {
  return onePerPlace(issues.flatMap((issue) => explain(issue, raw, subject)));
}

function explain(issue: Issue, raw: unknown, subject: string): Diagnostic[] {
  const path = pathOf(subject, issue.path);
  const value = valueAt(raw, issue.path);
  const got = show(value);
  const name = String(issue.path.at(-1) ?? "platform");
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(issue.path, key, raw, subject));
  if (value === undefined) {
    const fix = `Add ${name}; it has no default.`;
    return [{ code: "config.missing", path, got, wanted: wantedOf(issue), fix }];
  }
  switch (issue.code) {
    case "invalid_type": {
      const fix =
        typeof value === "string" && issue.expected === "number"
          ? "Remove the quotes and any unit."
          : "Change its type.";
      return [{ code: "config.type", path, got, wanted: wantedOf(issue), fix }];
    }
    case "invalid_value": {
      const near = typeof value === "string" ? nearest(value, issue.values.map(String)) : undefined;
      const fix = near === undefined ? "Take one of these values." : `Write ${show(near)}.`;
      return [{ code: "config.value", path, got, wanted: wantedOf(issue), fix }];
    }
    case "too_small":
    case "too_big":
      return [{ code: "config.range", path, got, wanted: wantedOf(issue), fix: `Set ${name} within that range.` }];
    case "invalid_format":
      return [{ code: "config.format", path, got, wanted: wantedOf(issue), fix: `Write ${name} in that form.` }];
    case "custom": {
      const { code, wanted, fix } = issue.params as { code: string; wanted: string; fix: string };
      return [{ code, path, got, wanted, fix }];
    }
    case "invalid_union":
      return unionProblem(issue, raw, subject);
    default:
      return [{ code: "config.value", path, got, wanted: issue.message, fix: `Correct ${name}.` }];
  }
}

/** The branch of a union that the value was meant for: the one of its own type. */
function unionProblem(issue: Extract<Issue, { code: "invalid_union" }>, raw: unknown, subject: string): Diagnostic[] {
  const meant = issue.errors.find(
    (branch) =>
      branch.every((inner) => inner.code !== "invalid_type" || inner.path.length > 0) &&
      branch.every((inner) => inner.code !== "invalid_value"),
  );
  if (meant !== undefined) {
    return meant.flatMap((inner) => explain({ ...inner, path: [...issue.path, ...inner.path] } as Issue, raw, subject));
  }
  const wanted = issue.errors.map((branch) => wantedOf(branch[0]!)).join(", or ");
  const got = show(valueAt(raw, issue.path));
  return [{ code: "config.type", path: pathOf(subject, issue.path), got, wanted, fix: "Write one of the two forms." }];
}

function unknownKey(at: readonly PropertyKey[], key: string, raw: unknown, subject: string): Diagnostic {
  const known = keysAt(at);
  const near = nearest(key, known);
  return {
    code: "config.unknown-key",
    path: pathOf(subject, [...at, key]),
    got: show((valueAt(raw, at) as Record<string, unknown>)[key]),
    wanted: `one of the keys ${known.join(", ")}`,
    fix: near === undefined ? "Remove it." : `Rename it to ${near}.`,
  };
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.hasOwn(value, key) ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  }
  return value;
}
