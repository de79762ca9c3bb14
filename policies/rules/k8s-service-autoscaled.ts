import { catalogService } from "../facts.ts";
import { autoscalersOf } from "../read/kubernetes/autoscalers.ts";
import { KUBERNETES_PROVIDER } from "../read/kubernetes/metadata.ts";
import { servingWorkloadsOf } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";
import { texts } from "../settings.ts";

export const k8sServiceAutoscaled = stackRule({
  id: "k8s-service-autoscaled",
  title: "Every service's workload has an autoscaler.",
  severity: "medium",
  remediation: "Give the service `replicas.max` above `replicas.min`, or list it under `exempt`.",
  controls: ["wa:reliability", "wa:cost"],
  needs: KUBERNETES_PROVIDER,
  config: { exempt: texts([], "Workloads, as namespace/name, of a fixed size") },
  *check(graph, { exempt }): Iterable<StackFinding> {
    const scaled = new Set(autoscalersOf(graph).map(({ target }) => target));
    for (const workload of servingWorkloadsOf(graph)) {
      if (catalogService(serviceOf(workload)) === undefined || exempt.includes(workload.key)) continue;
      if (scaled.has(workload.target)) continue;
      const fix = "Let an HPA or a ScaledObject own the replicas.";
      yield { at: workload, what: "autoscaler", got: undefined, wanted: "one", fix };
    }
  },
});
