import type { Graph, GraphResource } from "../graph.ts";
import type { PropsOf } from "../resource-types.ts";
import { EKS_NODE_GROUP, LAUNCH_TEMPLATE } from "./eks.ts";

/** Launch templates that node groups of the stack use. */
export function nodeTemplatesOf(graph: Graph): readonly GraphResource<PropsOf<typeof LAUNCH_TEMPLATE>>[] {
  const used = new Set(graph.ofType(EKS_NODE_GROUP).flatMap(({ dependencies }) => dependencies));
  return graph.ofType(LAUNCH_TEMPLATE).filter(({ urn }) => used.has(urn));
}
