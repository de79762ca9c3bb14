import { catalogService } from "../facts.ts";
import { budgetsOf } from "../read/kubernetes/budgets.ts";
import { KUBERNETES_PROVIDER } from "../read/kubernetes/metadata.ts";
import { servingWorkloadsOf } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";

export const k8sCriticalHasBudget = stackRule({
  id: "k8s-critical-has-budget",
  title: "Every critical service has a PodDisruptionBudget: a drain never takes all its pods at once.",
  severity: "high",
  remediation: "Give the service a disruption plan other than `none`; it makes the budget.",
  controls: ["wa:reliability"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    for (const workload of servingWorkloadsOf(graph)) {
      if (catalogService(serviceOf(workload))?.tier !== "critical" || budgetsOf(graph, workload).length > 0) continue;
      const fix = "Add a PodDisruptionBudget over the pod labels.";
      yield { at: workload, what: "PodDisruptionBudget", got: undefined, wanted: "one that selects its pods", fix };
    }
  },
});
