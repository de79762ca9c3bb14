import { catalogService } from "../facts.ts";
import { KUBERNETES_PROVIDER, namespaceOf } from "../read/kubernetes/metadata.ts";
import { workloadsOf } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";

const BOUND = ["requests.cpu", "requests.memory", "pods"] as const;

export const k8sQuotaPresent = stackRule({
  id: "k8s-quota-present",
  title: "A quota bounds CPU, memory and pods of every namespace with services: no runaway takes the cluster.",
  severity: "high",
  remediation: "Make the namespace by its component; the plan has the quota.",
  controls: ["wa:cost", "nsa:pod-security"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    const services = workloadsOf(graph).filter((workload) => catalogService(serviceOf(workload)) !== undefined);
    const quotas = graph.ofType("kubernetes:core/v1:ResourceQuota");
    for (const [namespace, [at]] of Map.groupBy(services, (workload) => workload.namespace)) {
      const bounds = quotas
        .filter((quota) => namespaceOf(quota) === namespace)
        .flatMap(({ props }) => Object.keys(props.spec?.hard ?? {}));
      const missing = BOUND.filter((bound) => !bounds.includes(bound));
      if (missing.length === 0) continue;
      const fix = "Add a ResourceQuota to the namespace.";
      yield { at, what: `quota of namespace ${namespace} lacks`, got: missing, wanted: BOUND.join(", "), fix };
    }
  },
});
