import type { Graph, GraphResource } from "../graph.ts";
import type { PropsOf } from "../resource-types.ts";
import { serviceOf } from "../service-of.ts";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
type Task = GraphResource<PropsOf<typeof TASK>>;

/** The task definition an ECS service runs: one it depends on, else the one its `Service` tag shares. */
export function taskOf(graph: Graph, service: GraphResource): Task | undefined {
  const tasks = graph.ofType(TASK);
  return (
    tasks.find(({ urn }) => service.dependencies.includes(urn)) ??
    tasks.find((one) => serviceOf(one) === serviceOf(service))
  );
}

/** Task CPU, 1024 a vCPU. */
export function cpuUnitsOf(task: Task | undefined): number {
  return Number(task?.props.cpu ?? 0);
}

export function memoryMiBOf(task: Task | undefined): number {
  return Number(task?.props.memory ?? 0);
}
