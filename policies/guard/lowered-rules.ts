import type { EnforcementLevel } from "@pulumi/policy";
import type { DeliveredConfig } from "./delivered-config.ts";

const STRENGTH: Readonly<Record<EnforcementLevel, number>> = { disabled: 0, advisory: 1, mandatory: 2, remediate: 3 };

export interface DeclaredRule {
  readonly id: string;
  readonly enforcementLevel: EnforcementLevel;
}
export interface LoweredRule extends DeclaredRule {
  readonly delivered: EnforcementLevel;
}

/** Rules that the configuration made weaker than the pack declares them. */
export function loweredRules(declared: readonly DeclaredRule[], config: DeliveredConfig): readonly LoweredRule[] {
  return declared
    .map((rule) => ({ ...rule, delivered: config.get(rule.id)?.enforcementLevel ?? rule.enforcementLevel }))
    .filter(({ enforcementLevel, delivered }) => STRENGTH[delivered] < STRENGTH[enforcementLevel]);
}
