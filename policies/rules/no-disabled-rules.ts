import { deliveredConfig } from "../guard/delivered-config.ts";
import { loweredRules } from "../guard/lowered-rules.ts";
import { waiverFault } from "../guard/waivers.ts";
import { type Rule, type StackFinding, stackRule } from "../rule.ts";
import { amount, records } from "../settings.ts";

export const GUARD_ID = "no-disabled-rules";

/** The guard over the rest of the pack. It can't be lowered itself: `guard/refuse-lowered-guard.ts`. */
export function noDisabledRules(others: readonly Rule[]): Rule {
  const declared = others.map(({ policy }) => ({ id: policy.name, enforcementLevel: policy.enforcementLevel! }));
  const known = new Set(declared.map(({ id }) => id));
  return stackRule({
    id: GUARD_ID,
    title: "No rule is disabled, lowered or misspelt in the limits without a waiver that still holds.",
    severity: "critical",
    remediation: "Set the rule back, or add `{ rule, reason, until }` to this rule's `waivers` in the limits file.",
    controls: ["wa:security"],
    config: {
      waivers: records(["rule", "reason", "until"], "Agreed exceptions; `until` is the last day, ISO"),
      maxWaiverDays: amount(180, "Longest a waiver may run from today, days"),
    },
    *check(_, { waivers, maxWaiverDays }): Iterable<StackFinding> {
      const config = deliveredConfig();
      if (config === undefined) {
        const fix = "Install the pack with the grpc library that @pulumi/policy uses.";
        yield { what: "the pack's configuration", got: undefined, wanted: "levels of all rules", fix };
        return;
      }
      const waived = new Set<string>();
      for (const waiver of waivers) {
        const fault = waiverFault(waiver, known, maxWaiverDays, new Date());
        if (fault === undefined) waived.add(waiver.rule);
        else
          yield {
            what: `the waiver of ${waiver.rule} ${fault}`,
            got: waiver,
            wanted: "a waiver that holds today",
            fix: "Correct or remove it.",
          };
      }
      for (const { id, enforcementLevel, delivered } of loweredRules(declared, config)) {
        if (waived.has(id)) continue;
        const fix = `Set ${id} back, or waive it with reason and date.`;
        yield { what: `rule ${id} was lowered`, got: delivered, wanted: `${enforcementLevel}, or a waiver`, fix };
      }
      for (const id of config.keys()) {
        if (known.has(id) || id === GUARD_ID) continue;
        yield {
          what: "limits for a rule that is not there",
          got: id,
          wanted: "ids of this pack's rules",
          fix: "Correct the id.",
        };
      }
    },
  });
}
