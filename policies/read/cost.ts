import { type GraphCost, priceGraph } from "@pyairtable/cost-model";
import type { Graph } from "../graph.ts";

/** Prices the whole graph, USD a month. The cost model skips values not known in preview by itself. */
export function costOf(graph: Graph, region: string): GraphCost {
  return priceGraph(
    graph.resources.map(({ type, urn, name, props }) => ({
      type,
      urn,
      name,
      props: props as Readonly<Record<string, unknown>>,
    })),
    region,
  );
}
