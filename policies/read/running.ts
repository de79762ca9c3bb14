import type { Graph, GraphResource } from "../graph.ts";
import { serviceOf } from "../service-of.ts";
import type { ConfigOf } from "../settings.ts";
import { autoscalersOf, replicasAwake } from "./kubernetes/autoscalers.ts";
import { type CAPACITY, spotShareOfPods } from "./kubernetes/placement.ts";
import { servingWorkloadsOf } from "./kubernetes/workloads.ts";
import { ECS_SERVICE } from "./names.ts";
import { splitAtMinimum } from "./placement.ts";

/** What runs of one service at its minimum while awake, its twins and both runtimes together. */
export interface Running {
  /** The first resource of it. */
  readonly at: GraphResource;
  /** Tasks and pods. */
  readonly count: number;
  /** Share of them on Spot, 0 to 1; 0 where none runs. */
  readonly spotShare: number;
}

/** Undefined where the graph runs nothing of the service. */
export function runningOf(graph: Graph, service: string, capacity: ConfigOf<typeof CAPACITY>): Running | undefined {
  const tasks = graph.ofService(ECS_SERVICE, service).map((at) => ({ at, ...splitAtMinimum(graph, at) }));
  const autoscalers = autoscalersOf(graph);
  const pods = servingWorkloadsOf(graph)
    .filter((workload) => serviceOf(workload) === service)
    .map((at) => {
      const count = replicasAwake(autoscalers, at);
      const spot = count * spotShareOfPods(at, capacity);
      return { at, spot, onDemand: count - spot };
    });
  const all = [...tasks, ...pods];
  if (all.length === 0) return undefined;
  const spot = all.reduce((sum, one) => sum + one.spot, 0);
  const count = all.reduce((sum, one) => sum + one.spot + one.onDemand, 0);
  return { at: all[0]!.at, count, spotShare: count === 0 ? 0 : spot / count };
}
