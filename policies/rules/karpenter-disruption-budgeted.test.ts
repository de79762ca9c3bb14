import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { nodePool } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { karpenterDisruptionBudgeted } from "./karpenter-disruption-budgeted.ts";

const budgets = (...all: object[]) => nodePool({ disruption: { budgets: all } });

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:karpenter.sh/v1:NodePool", ({ spec }) => (spec.disruption.budgets = [{ nodes: "100%" }]));

testRule(karpenterDisruptionBudgeted, {
  config: { maxPercent: 30 },
  passes: {
    "a tenth": budgets({ nodes: "10%" }),
    "none in working hours": budgets({ nodes: "10%" }, { nodes: "0", schedule: "0 8 * * MON", duration: "10h" }),
  },
  fails: {
    none: [nodePool({}), /disruption budget\n {2}got {5}\[\]/],
    "half of them": [budgets({ nodes: "50%" }), /nodes replaced at once\n {2}got {5}"50%"/],
    "a number of them": [budgets({ nodes: "5" }), /at most 30%/],
    "none for ever": [budgets({ nodes: "0" }), /more than none/],
    "only in a window": [budgets({ nodes: "10%", schedule: "@daily", duration: "1h" }), /one that always holds/],
  },
  unknown: budgets({ nodes: UNKNOWN }),
  mutant,
});
