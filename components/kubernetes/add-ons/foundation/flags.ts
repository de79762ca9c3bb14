import { nearest } from "@pyairtable/diagnostics";
import type { Reporter } from "../reporter.ts";

/** Command-line flags by name without dashes. */
export type Flags = Readonly<Record<string, string | number | boolean>>;

export interface FlagRules {
  /** Every flag the binary has. */
  readonly known: readonly string[];
  /** Those that follow from other args, by what sets them. */
  readonly owned: Readonly<Record<string, string>>;
  /** Those that would switch a protection off, by what they would do. */
  readonly insecure: Readonly<Record<string, string>>;
}

/** Flags nobody typed for: known ones pass, unknown, owned and insecure ones are refused. */
export function checkFlags(path: string, flags: Flags, rules: FlagRules, report: Reporter): void {
  for (const [flag, value] of Object.entries(flags)) {
    const at = `${path}.${flag}`;
    if (Object.hasOwn(rules.insecure, flag)) {
      report.unless(false, {
        code: "insecure",
        path: at,
        got: value,
        wanted: `no flag that ${rules.insecure[flag]}`,
        fix: "Remove it; give the right certificate or right instead.",
      });
    } else if (Object.hasOwn(rules.owned, flag)) {
      report.unless(false, {
        code: "flag-owned",
        path: at,
        got: value,
        wanted: `${rules.owned[flag]} to set it`,
        fix: `Use ${rules.owned[flag]}.`,
      });
    } else {
      const near = nearest(flag, rules.known);
      report.unless(rules.known.includes(flag), {
        code: "flag-unknown",
        path: at,
        got: flag,
        wanted: `a flag that the pinned version has${near === undefined ? "" : `, such as ${near}`}`,
        fix: "Correct its name, without dashes before it.",
      });
    }
  }
}

/** `--name=value`, sorted, those that are undefined left out. */
export function renderFlags(
  ...groups: readonly Readonly<Record<string, string | number | boolean | undefined>>[]
): string[] {
  const merged = Object.assign({}, ...groups) as Record<string, string | number | boolean | undefined>;
  return Object.entries(merged)
    .filter(([, value]) => value !== undefined)
    .map(([flag, value]) => `--${flag}=${value}`)
    .sort();
}
