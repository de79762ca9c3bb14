import type { Graph, GraphResource } from "../graph.ts";
import { KUBERNETES_PROVIDER } from "../read/kubernetes/metadata.ts";
import { type StackFinding, stackRule } from "../rule.ts";

const CRD = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";

export const k8sCustomResourceAfterItsType = stackRule({
  id: "k8s-custom-resource-after-its-type",
  title: "An object of an add-on's kind waits for the type: without it a first update fails on an unknown kind.",
  severity: "medium",
  remediation: "Let the object depend on the CustomResourceDefinition, or on the add-on that makes it.",
  controls: ["wa:reliability"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    const types = new Map(
      graph.ofType(CRD).map((crd) => [`${crd.props.spec?.group}:${crd.props.spec?.names?.kind}`, crd] as const),
    );
    if (types.size === 0) return;
    for (const at of graph.resources) {
      const [, group, kind] = /^kubernetes:([^/]+)\/[^:]+:(\w+)$/.exec(at.type) ?? [];
      const crd = types.get(`${group}:${kind}`);
      if (crd === undefined || waitsFor(graph, at, crd.urn)) continue;
      yield { at, what: "dependencies", got: "without its type", wanted: `on ${crd.name}`, fix: "Set dependsOn." };
    }
  },
});

/** True where one resource is made after another, by its own dependencies or by those of what it waits for. */
function waitsFor(graph: Graph, from: GraphResource, urn: string): boolean {
  const byUrn = new Map(graph.resources.map((resource) => [resource.urn, resource]));
  const seen = new Set<string>();
  const open = [...from.dependencies];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === urn) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(byUrn.get(next)?.dependencies ?? []));
  }
  return false;
}
