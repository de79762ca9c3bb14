import { budgetsOf } from "../read/kubernetes/budgets.ts";
import { KUBERNETES_PROVIDER, keyOf } from "../read/kubernetes/metadata.ts";
import { workloadsOf } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const k8sOneBudgetAPod = stackRule({
  id: "k8s-one-budget-a-pod",
  title: "No pod is under two PodDisruptionBudgets: the API server then refuses every eviction.",
  severity: "high",
  remediation: "Narrow the selectors, so that one budget selects each pod.",
  controls: ["wa:reliability"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    for (const workload of workloadsOf(graph)) {
      const budgets = budgetsOf(graph, workload);
      if (budgets.length < 2) continue;
      const fix = "Remove or narrow all but one.";
      yield { at: workload, what: "PodDisruptionBudgets", got: budgets.map(keyOf), wanted: "one at most", fix };
    }
  },
});
