/** What one check of the lab found. */
export interface Verdict {
  readonly check: string;
  readonly passed: boolean;
  /** Measured figures in one line. */
  readonly figures: string;
  /** What is wrong; empty where it passed. */
  readonly problems: readonly string[];
}

const SHOWN = 6;

export function verdict(check: string, figures: string, problems: readonly string[] = []): Verdict {
  return { check, figures, problems, passed: problems.length === 0 };
}

/** One line, and the problems below it where there are any. */
export function verdictText({ check, passed, figures, problems }: Verdict): string {
  const shown = problems.slice(0, SHOWN).map((problem) => `\n    ${problem}`);
  const rest = problems.length > SHOWN ? `\n    … and ${problems.length - SHOWN} more` : "";
  return `${passed ? "ok    " : "FAILED"} ${check}: ${figures}${shown.join("")}${rest}`;
}
