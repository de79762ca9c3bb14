import type { Diagnostic } from "@pyairtable/diagnostics";
import { show } from "@pyairtable/diagnostics";

/** Path of a property as the user knows it: `Pulumi.dev.yaml: platform.budget.monthlyUsd`. */
export function pathOf(subject: string, keys: readonly PropertyKey[]): string {
  let path = "platform";
  for (const key of keys) path += typeof key === "number" ? `[${key}]` : `.${String(key)}`;
  return `${subject}: ${path}`;
}

/** What a cross-field check reports: the property, its value, and the rest as in `Diagnostic`. */
export interface Problem {
  readonly code: string;
  readonly at: readonly PropertyKey[];
  readonly got: unknown;
  readonly wanted: string;
  readonly fix: string;
}

export function toDiagnostic(problem: Problem, subject: string): Diagnostic {
  const { code, at, got, wanted, fix } = problem;
  return { code, path: pathOf(subject, at), got: show(got), wanted, fix };
}
