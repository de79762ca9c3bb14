import { UserError } from "@pyairtable/diagnostics";
import { catalogService } from "../facts.ts";
import type { Graph } from "../graph.ts";
import { KUBERNETES_PROVIDER } from "../read/kubernetes/metadata.ts";
import { loadSimulator, reachabilityOf } from "../read/kubernetes/simulate.ts";
import { servingWorkloadsOf, type Workload } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";

export const k8sReachabilityMatchesCatalog = stackRule({
  id: "k8s-reachability-matches-catalog",
  title: "Under all network policies together, a service reaches exactly the services that its catalog entry calls.",
  severity: "high",
  remediation: "Take network policies from the plan; add or remove the call in the catalog.",
  controls: ["cis-k8s:5.3.2", "nsa:network-separation", "wa:security"],
  needs: KUBERNETES_PROVIDER,
  load: loadSimulator,
  *check(graph): Iterable<StackFinding> {
    const services = servingWorkloadsOf(graph).filter((one) => catalogService(serviceOf(one)) !== undefined);
    if (services.length === 0) return;
    try {
      yield* compare(graph, services);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      for (const { path, got, wanted, fix } of error.diagnostics)
        yield { what: `network policies, ${path}`, got, wanted, fix };
    }
  },
});

function* compare(graph: Graph, services: readonly Workload[]): Iterable<StackFinding> {
  const { reached } = reachabilityOf(graph, services);
  for (const [row, at] of services.entries()) {
    const caller = serviceOf(at);
    const others = services.map((workload, column) => ({ name: serviceOf(workload), ports: reached[row]![column]! }));
    const calls = catalogService(caller)!.calls;
    const open = others.filter(({ ports, name }) => ports.length > 0 && name !== caller).map(({ name }) => name);
    const extra = open.filter((name) => !calls.includes(name));
    const here = new Set(others.map(({ name }) => name));
    const missing = calls.filter((name) => here.has(name) && !open.includes(name));
    const fix = "Take the policies of the plan, or correct `calls` in the catalog.";
    if (extra.length > 0)
      yield { at, what: `${caller} reaches`, got: extra, wanted: "only services its catalog entry calls", fix };
    if (missing.length > 0)
      yield {
        at,
        what: `${caller} does not reach`,
        got: missing,
        wanted: "every service its catalog entry calls",
        fix,
      };
  }
}
