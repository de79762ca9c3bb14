/**
 * User errors as values: gathered, sorted, printed once.
 *
 * A `Diagnostic` says what is wrong with something the user wrote. Our own bugs are plain `Error`s.
 */
export { nearest, nearestNames } from "./nearest.ts";

export interface Diagnostic {
  /** Stable code, such as `config.unknown-key`; each code has a line in docs/errors.md. */
  readonly code: string;
  /** Where: file or subject, then the property path, e.g. `Pulumi.dev.yaml: platform.budget.monthlyUsd`. */
  readonly path: string;
  /** What was found, short and quoted where it is text. */
  readonly got: string;
  /** What is accepted, with the unit. */
  readonly wanted: string;
  /** What to do about it, one imperative sentence. */
  readonly fix: string;
}

/** One error for all problems of one reading. Exit code of a command that ends in it: 1. */
export class UserError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(subject: string, diagnostics: readonly Diagnostic[]) {
    const sorted = sortDiagnostics(diagnostics);
    super(formatDiagnostics(subject, sorted));
    this.name = "UserError";
    this.diagnostics = sorted;
  }
}

/** Throws one `UserError` when there is at least one diagnostic. */
export function throwIfAny(subject: string, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) throw new UserError(subject, diagnostics);
}

export function formatDiagnostics(subject: string, diagnostics: readonly Diagnostic[]): string {
  const head = `${subject}: ${diagnostics.length} ${diagnostics.length === 1 ? "problem" : "problems"}`;
  const lines = diagnostics.map(
    (d) => `  ${d.path}\n    got     ${d.got}\n    wanted  ${d.wanted}\n    fix     ${d.fix}  [${d.code}]`,
  );
  return [head, ...lines].join("\n");
}

function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => a.path.localeCompare(b.path) || a.code.localeCompare(b.code));
}

/** Shows a value the user wrote, in at most 80 characters. */
export function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
