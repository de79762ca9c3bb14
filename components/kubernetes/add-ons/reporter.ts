import { type Diagnostic, show } from "@pyairtable/diagnostics";

export interface Finding {
  /** Without the `add-on.` before it. */
  readonly code: string;
  readonly path: string;
  readonly got: unknown;
  readonly wanted: string;
  readonly fix: string;
}

/** Gathers what is wrong with one add-on's args. */
export class Reporter {
  readonly diagnostics: Diagnostic[] = [];
  readonly #subject: string;

  constructor(subject: string) {
    this.#subject = subject;
  }

  /** Adds the finding unless `ok`. */
  unless(ok: boolean, { code, path, got, ...rest }: Finding): void {
    if (ok) return;
    this.diagnostics.push({ code: `add-on.${code}`, path: `${this.#subject}: ${path}`, got: show(got), ...rest });
  }

  /** A number within bounds; a fraction only where `whole` is false. */
  number(path: string, got: unknown, bounds: { min: number; max: number; unit: string; whole?: boolean }): void {
    const { min, max, unit, whole = true } = bounds;
    const ok = typeof got === "number" && (whole ? Number.isInteger(got) : Number.isFinite(got));
    this.unless(ok && got >= min && got <= max, {
      code: "number",
      path,
      got,
      wanted: `a ${whole ? "whole " : ""}number, ${min} to ${max} ${unit}`.trim(),
      fix: `Set ${path} within its bounds.`,
    });
  }

  /** A reason in words. */
  reason(path: string, got: string | undefined): void {
    this.unless(typeof got === "string" && got.trim().length >= 10, {
      code: "reason",
      path,
      got,
      wanted: "a reason of at least 10 characters",
      fix: "Say why; it is shown to whoever reviews the change.",
    });
  }
}
