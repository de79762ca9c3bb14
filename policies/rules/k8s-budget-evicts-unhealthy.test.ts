import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { budget } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sBudgetEvictsUnhealthy } from "./k8s-budget-evicts-unhealthy.ts";

const policy = (unhealthyPodEvictionPolicy: string) => budget({ unhealthyPodEvictionPolicy });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "kubernetes:policy/v1:PodDisruptionBudget",
    ({ spec }) => (spec.unhealthyPodEvictionPolicy = "IfHealthyBudget"),
  );

testRule(k8sBudgetEvictsUnhealthy, {
  passes: { always: policy("AlwaysAllow") },
  fails: {
    "the API's default": [budget({}), /got {5}nothing/],
    "only when healthy": [policy("IfHealthyBudget"), /IfHealthyBudget/],
  },
  unknown: policy(UNKNOWN),
  mutant,
});
