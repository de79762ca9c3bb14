import { type Diagnostic, show } from "@pyairtable/diagnostics";

export interface Finding {
  /** Without the room and the dot before it. */
  readonly code: string;
  readonly path: string;
  readonly got: unknown;
  readonly wanted: string;
  readonly fix: string;
}

export interface Reporter {
  readonly diagnostics: Diagnostic[];
  /** Adds the finding unless `ok`. */
  unless(ok: boolean, finding: Finding): void;
  /** A whole number within bounds. */
  wholeNumber(path: string, got: unknown, min: number, max: number, unit: string): void;
  /** Any number within bounds. */
  number(path: string, got: unknown, min: number, max: number, unit: string): void;
  /** A reason in words. */
  reason(path: string, got: string | undefined): void;
}

/** Gathers what is wrong with the args of `subject`; codes are `${room}.${code}`. */
export function reporter(room: string, subject: string): Reporter {
  const diagnostics: Diagnostic[] = [];
  const unless = (ok: boolean, { code, path, got, ...rest }: Finding): void => {
    if (!ok) diagnostics.push({ code: `${room}.${code}`, path: `${subject}: ${path}`, got: show(got), ...rest });
  };
  const within = (path: string, got: unknown, min: number, max: number, unit: string, kind: string, ok: boolean) =>
    unless(ok && Number(got) >= min && Number(got) <= max, {
      code: "number",
      path,
      got,
      wanted: `${kind}, ${min} to ${max} ${unit}`,
      fix: `Set ${path} within its bounds.`,
    });
  return {
    diagnostics,
    unless,
    wholeNumber: (path, got, min, max, unit) =>
      within(path, got, min, max, unit, "a whole number", Number.isInteger(got)),
    number: (path, got, min, max, unit) => within(path, got, min, max, unit, "a number", Number.isFinite(got)),
    reason: (path, got) =>
      unless(typeof got === "string" && got.trim().length >= 10, {
        code: "reason",
        path,
        got,
        wanted: "a reason of at least 10 characters",
        fix: "Say why; it is shown to whoever reviews the change.",
      }),
  };
}
