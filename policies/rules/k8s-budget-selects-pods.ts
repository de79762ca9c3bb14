import { budgets, PDB } from "../read/kubernetes/budgets.ts";
import { KUBERNETES_PROVIDER, keyOf, namespaceOf } from "../read/kubernetes/metadata.ts";
import { workloadsOf } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const k8sBudgetSelectsPods = stackRule({
  id: "k8s-budget-selects-pods",
  title: "Every PodDisruptionBudget selects pods of a workload: one that selects none protects none.",
  severity: "medium",
  remediation: "Select by labels the pods have; exempt a budget over pods that a chart makes.",
  controls: ["wa:reliability"],
  needs: KUBERNETES_PROVIDER,
  config: { exempt: texts([], "Budgets, as namespace/name, whose pods are not of this stack") },
  *check(graph, { exempt }): Iterable<StackFinding> {
    const workloads = workloadsOf(graph);
    const namespaces = new Set(workloads.map(({ namespace }) => namespace));
    for (const budget of graph.ofType(PDB)) {
      // Where no workload of the stack is, pods are a chart's.
      if (
        !namespaces.has(namespaceOf(budget)) ||
        exempt.includes(keyOf(budget)) ||
        workloads.some((workload) => budgets(budget, workload))
      )
        continue;
      const got = budget.props.spec?.selector;
      yield {
        at: budget,
        what: "selector",
        got,
        wanted: "labels of some workload's pods",
        fix: "Correct the selector.",
      };
    }
  },
});
