import { COST_LABELS } from "@pyairtable/kubernetes-facts";
import { catalogService } from "../facts.ts";
import type { Graph } from "../graph.ts";
import { RULE_TYPES, rulesOf } from "../read/monitoring/rules.ts";
import { ECS_SERVICE } from "../read/names.ts";
import { notApplicable, type StackFinding, stackRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";
import { text } from "../settings.ts";

const DEPLOYMENT = "kubernetes:apps/v1:Deployment";

export const objectivesDefined = stackRule({
  id: "objectives-defined",
  title: "Every service of the catalog that runs here has an objective that Prometheus records.",
  severity: "high",
  remediation: "Give the catalog entry its SLO; `npm run generate` shows the rules that come of it.",
  controls: ["wa:reliability"],
  config: { record: text("slo:objective:ratio", "Series that says an objective, with label `service`") },
  needs: "pyairtable:monitoring:Monitoring",
  check(graph, { record }) {
    const defined = definedIn(graph, record);
    if (defined === null) return notApplicable("no Prometheus here");
    return findings(graph, defined);
  },
});

function* findings(graph: Graph, defined: ReadonlySet<string>): Iterable<StackFinding> {
  for (const service of [...running(graph)].filter((name) => !defined.has(name)).sort())
    yield { service, what: "objective", got: undefined, wanted: "one", fix: "Give the catalog entry its SLO." };
}

/** Services with an objective; null where nothing carries rules. */
function definedIn(graph: Graph, record: string): ReadonlySet<string> | null {
  const rules = RULE_TYPES.flatMap((type) => graph.ofType(type).flatMap(({ props }) => rulesOf(type, props)));
  if (rules.length === 0) return null;
  return new Set(rules.filter((rule) => rule.record === record).flatMap(({ labels }) => labels?.service ?? []));
}

function running(graph: Graph): ReadonlySet<string> {
  const onEcs = graph.ofType(ECS_SERVICE).map(serviceOf);
  const onKubernetes = graph.ofType(DEPLOYMENT).map(({ props }) => props.metadata?.labels?.[COST_LABELS.Service] ?? "");
  return new Set([...onEcs, ...onKubernetes].filter((name) => catalogService(name) !== undefined));
}
