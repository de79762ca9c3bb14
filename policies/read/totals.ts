import type { Graph, GraphResource } from "../graph.ts";
import type { PropsOf } from "../resource-types.ts";
import { autoscalersOf, replicasAtMaximum } from "./kubernetes/autoscalers.ts";
import { requestsOf, servingWorkloadsOf } from "./kubernetes/workloads.ts";
import { scalingTargetOf } from "./placement.ts";
import { cpuUnitsOf, memoryMiBOf, taskOf } from "./task-of.ts";

/**
 * vCPU and GiB of all services together, on ECS and on Kubernetes, each at its autoscaling maximum: the most the stack
 * can grow to. What the platform itself runs on Kubernetes counts too.
 */
export function totalsAtMaximum(graph: Graph): { vcpu: number; gib: number } {
  let { cpuUnits, memoryMiB } = podsAtMaximum(graph);
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

function podsAtMaximum(graph: Graph): { cpuUnits: number; memoryMiB: number } {
  const autoscalers = autoscalersOf(graph);
  let cpuUnits = 0;
  let memoryMiB = 0;
  for (const workload of servingWorkloadsOf(graph)) {
    const pods = replicasAtMaximum(autoscalers, workload);
    const { millicores, mib } = requestsOf(workload.pod);
    cpuUnits += (pods * millicores * 1024) / 1000;
    memoryMiB += pods * mib;
  }
  return { cpuUnits, memoryMiB };
}
