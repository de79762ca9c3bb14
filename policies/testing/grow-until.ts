import { addTwin } from "./add.ts";
import type { CapturedGraph } from "./captured.ts";

const UNITS = { vcpu: 1024, gib: 1024 } as const;

/** Adds fallback services, none with a task running, until all services at their maximum go over a limit. */
export function growUntil(
  graph: CapturedGraph,
  task: { readonly cpu: string; readonly memory: string },
  what: keyof typeof UNITS,
  limit: number,
): void {
  const perTask = Number(what === "vcpu" ? task.cpu : task.memory) / UNITS[what];
  let left = limit - totalAtMaximum(graph, what);
  for (let index = 1; left >= 0; index += 1) {
    addTwin(graph, { service: "import-worker", suffix: `fallback-${index}`, maxTasks: 10, task });
    left -= 10 * perTask;
  }
}

function totalAtMaximum(graph: CapturedGraph, what: keyof typeof UNITS): number {
  const property = what === "vcpu" ? "cpu" : "memory";
  const ofType = (type: string) => graph.filter((one) => one.type === type);
  const services = ofType("aws:ecs/service:Service").map(({ props }) => props.name as string);
  const tasks = (name: string) =>
    ofType("aws:appautoscaling/target:Target").find(({ props }) => props.resourceId.endsWith(`/${name}`))?.props
      .maxCapacity ?? 0;
  const size = (name: string) =>
    Number(
      ofType("aws:ecs/taskDefinition:TaskDefinition").find(({ props }) => props.tags.Service === name)?.props[
        property
      ] ?? 0,
    );
  return services.reduce((sum, name) => sum + (tasks(name) * size(name)) / UNITS[what], 0);
}
