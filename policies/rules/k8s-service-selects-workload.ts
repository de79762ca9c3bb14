import { KUBERNETES_PROVIDER, keyOf, namespaceOf } from "../read/kubernetes/metadata.ts";
import { selects } from "../read/kubernetes/selectors.ts";
import { containersOf, type Workload, workloadsOf } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const k8sServiceSelectsWorkload = stackRule({
  id: "k8s-service-selects-workload",
  title: "Every Service selects pods that have the ports it names: else it answers with nothing.",
  severity: "high",
  remediation: "Select by labels of the pods, and name a port that their container has.",
  controls: ["wa:reliability"],
  needs: KUBERNETES_PROVIDER,
  config: { exempt: texts([], "Services, as namespace/name, whose pods are not of this stack") },
  *check(graph, { exempt }): Iterable<StackFinding> {
    const workloads = workloadsOf(graph);
    for (const service of graph.ofType("kubernetes:core/v1:Service")) {
      const { selector, ports = [] } = service.props.spec ?? {};
      // Without a selector someone else keeps its endpoints.
      if (selector === undefined || exempt.includes(keyOf(service))) continue;
      const own = workloads.filter((workload) => {
        const labels = workload.template.metadata?.labels ?? {};
        return workload.namespace === namespaceOf(service) && selects({ matchLabels: selector }, labels);
      });
      const fix = "Correct selector or port.";
      if (own.length === 0) {
        yield { at: service, what: "selector", got: selector, wanted: "labels of some workload's pods", fix };
        continue;
      }
      const known = own.flatMap(portsOf);
      for (const { port, targetPort = port } of ports) {
        if (known.includes(targetPort)) continue;
        yield { at: service, what: "target port", got: targetPort, wanted: `one of ${known.join(", ")}`, fix };
      }
    }
  },
});

/** Names and numbers of the ports its containers declare. */
function portsOf({ pod }: Workload): (string | number)[] {
  return containersOf(pod)
    .flatMap(({ spec }) => spec.ports ?? [])
    .flatMap(({ name, containerPort }) => (name === undefined ? [containerPort] : [name, containerPort]));
}
