import { podsOf } from "../read/kubernetes/budgets.ts";
import { NODE_POOL } from "../read/kubernetes/karpenter.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const karpenterDisruptionBudgeted = resourceRule({
  id: "karpenter-disruption-budgeted",
  title: "A pool replaces some of its nodes at a time, never most of them, and never none for ever.",
  severity: "medium",
  remediation: "Set disruption.budgets: a share of nodes, and none only in a schedule's window.",
  controls: ["wa:reliability"],
  config: { maxPercent: amount(30, "Most nodes replaced at once, percent") },
  types: [NODE_POOL],
  *check({ props }, { maxPercent }): Iterable<Finding> {
    const always = (props.spec?.disruption?.budgets ?? []).filter(({ schedule }) => schedule === undefined);
    const fix = 'Set disruption.budgets: [{ nodes: "10%" }].';
    if (always.length === 0) yield { what: "disruption budget", got: [], wanted: "one that always holds", fix };
    // A number of nodes may be all there are, so only a percentage bounds; Karpenter's default is 10%.
    for (const { nodes: got = "10%" } of always) {
      const share = podsOf(got, 100);
      if (got.endsWith("%") ? share > maxPercent : share > 0)
        yield { what: "nodes replaced at once", got, wanted: `at most ${maxPercent}%`, fix };
      if (share === 0) yield { what: "nodes replaced at once", got, wanted: "more than none", fix };
    }
  },
});
