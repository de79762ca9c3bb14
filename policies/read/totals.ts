import type { Graph, GraphResource } from "../graph.ts";
import type { PropsOf } from "../resource-types.ts";
import { scalingTargetOf } from "./placement.ts";
import { cpuUnitsOf, memoryMiBOf, taskOf } from "./task-of.ts";

/** vCPU and GiB of all ECS services together, each at its autoscaling maximum: the most the stack can grow to. */
export function totalsAtMaximum(graph: Graph): { vcpu: number; gib: number } {
  let cpuUnits = 0;
  let memoryMiB = 0;
  for (const service of graph.ofType("aws:ecs/service:Service")) {
    const tasks = tasksAtMaximum(graph, service);
    const task = taskOf(graph, service);
    cpuUnits += tasks * cpuUnitsOf(task);
    memoryMiB += tasks * memoryMiBOf(task);
  }
  return { vcpu: cpuUnits / 1024, gib: memoryMiB / 1024 };
}

function tasksAtMaximum(graph: Graph, service: GraphResource<PropsOf<"aws:ecs/service:Service">>): number {
  return scalingTargetOf(graph, service)?.maxCapacity ?? service.props.desiredCount ?? 1;
}
