import type { EnforcementLevel, Severity } from "@pulumi/policy";
import { rules } from "./rules/index.ts";

/** What a rule says of itself, for pages and control maps. */
export interface RuleCard {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** `advisory` rules warn, and block nothing. */
  readonly enforcement: EnforcementLevel;
  readonly kind: "resource" | "stack";
  readonly remediation: string;
  readonly controls: readonly string[];
  /** Name of each knob → default and meaning. */
  readonly config: Readonly<Record<string, { readonly default: unknown; readonly description: string }>>;
}

/** All rules, sorted by id. */
export const ruleCatalogue: readonly RuleCard[] = rules
  .map(({ sentence, policy }): RuleCard => {
    const { id, title, severity, remediation, controls } = sentence;
    const kind = "validateStack" in policy ? "stack" : "resource";
    const config = Object.entries(sentence.config ?? {}).map(([name, { fallback, schema }]) => {
      return [name, { default: fallback, description: schema.description ?? "" }];
    });
    const enforcement = policy.enforcementLevel ?? "mandatory";
    return { id, title, severity, enforcement, kind, remediation, controls, config: Object.fromEntries(config) };
  })
  .sort((a, b) => (a.id < b.id ? -1 : 1));
