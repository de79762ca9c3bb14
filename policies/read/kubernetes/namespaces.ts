import type { Graph, GraphResource } from "../../graph.ts";
import { nameOf } from "./metadata.ts";
import { workloadsOf } from "./workloads.ts";

export const NAMESPACE = "kubernetes:core/v1:Namespace";

/** Namespaces that a stack makes or puts workloads into, each with a resource to point at. */
export function namespacesOf(graph: Graph, exempt: readonly string[]): ReadonlyMap<string, GraphResource> {
  const found = new Map<string, GraphResource>();
  for (const workload of workloadsOf(graph)) found.set(workload.namespace, workload);
  for (const namespace of graph.ofType(NAMESPACE)) found.set(nameOf(namespace), namespace);
  for (const name of exempt) found.delete(name);
  return found;
}
