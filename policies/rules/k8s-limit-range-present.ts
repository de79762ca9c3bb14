import { catalogService } from "../facts.ts";
import { KUBERNETES_PROVIDER, namespaceOf } from "../read/kubernetes/metadata.ts";
import { workloadsOf } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";

export const k8sLimitRangePresent = stackRule({
  id: "k8s-limit-range-present",
  title: "A namespace with services gives containers that name nothing a size, and bounds the largest.",
  severity: "medium",
  remediation: "Make the namespace by its component; the plan has the limit range.",
  controls: ["wa:cost", "nsa:pod-security"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    const services = workloadsOf(graph).filter((workload) => catalogService(serviceOf(workload)) !== undefined);
    const ranges = graph.ofType("kubernetes:core/v1:LimitRange");
    for (const [namespace, [at]] of Map.groupBy(services, (workload) => workload.namespace)) {
      const limits = ranges
        .filter((range) => namespaceOf(range) === namespace)
        .flatMap(({ props }) => props.spec?.limits ?? [])
        .filter(({ type }) => type === "Container");
      if (limits.some((one) => one.defaultRequest !== undefined && one.max?.memory !== undefined)) continue;
      const wanted = "one for containers with defaultRequest and max.memory";
      yield { at, what: `limit range of namespace ${namespace}`, got: undefined, wanted, fix: "Add a LimitRange." };
    }
  },
});
