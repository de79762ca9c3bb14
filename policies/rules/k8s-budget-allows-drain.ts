import type { Graph } from "../graph.ts";
import { autoscalersOf, replicasAtMinimum } from "../read/kubernetes/autoscalers.ts";
import { type Budget, budgets, PDB, podsOf } from "../read/kubernetes/budgets.ts";
import { KUBERNETES_PROVIDER } from "../read/kubernetes/metadata.ts";
import { servingWorkloadsOf } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const k8sBudgetAllowsDrain = stackRule({
  id: "k8s-budget-allows-drain",
  title: "Every PodDisruptionBudget lets one pod go at the fewest replicas: a drain or an upgrade ends.",
  severity: "high",
  remediation: "Use maxUnavailable 1, or a minAvailable below the fewest replicas; for one replica make no budget.",
  controls: ["wa:reliability"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    const pods = fewestPodsOf(graph);
    for (const budget of graph.ofType(PDB)) {
      const fewest = pods(budget);
      const { maxUnavailable, minAvailable } = budget.props.spec ?? {};
      const fix = "Use maxUnavailable: 1.";
      // Of a hundred pods where the budget's own are not in this stack.
      if (maxUnavailable !== undefined && podsOf(maxUnavailable, fewest ?? 100) < 1)
        yield { at: budget, what: "maxUnavailable", got: maxUnavailable, wanted: "at least one pod", fix };
      if (minAvailable === undefined || fewest === undefined) continue;
      if (podsOf(minAvailable, fewest) < fewest) continue;
      const wanted = `fewer than ${fewest}, its fewest pods`;
      yield { at: budget, what: "minAvailable", got: minAvailable, wanted, fix };
    }
  },
});

/** Pods a budget holds when its workloads are at their minimum, one at least; undefined where it selects none. */
function fewestPodsOf(graph: Graph): (budget: Budget) => number | undefined {
  const autoscalers = autoscalersOf(graph);
  const workloads = servingWorkloadsOf(graph);
  return (budget) => {
    const held = workloads.filter((workload) => budgets(budget, workload));
    if (held.length === 0) return undefined;
    return held.reduce((sum, workload) => sum + Math.max(1, replicasAtMinimum(autoscalers, workload)), 0);
  };
}
