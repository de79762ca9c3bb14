import { splitTasks, type TaskSplit } from "@pyairtable/spot-risk";
import type { Graph, GraphResource } from "../graph.ts";
import type { PropsOf } from "../resource-types.ts";
import { serviceOf } from "../service-of.ts";
import { readOr } from "../unknown.ts";

type EcsService = PropsOf<"aws:ecs/service:Service">;
type ScalingTarget = PropsOf<"aws:appautoscaling/target:Target">;

export interface Weights {
  readonly onDemandBase: number;
  readonly onDemandWeight: number;
  readonly spotWeight: number;
}

/** How a service's tasks are spread; a service without strategy runs on demand. A base on Spot counts as none. */
export function weightsOf(service: EcsService): Weights {
  const strategies = service.capacityProviderStrategies ?? [];
  const spot = strategies.find(({ capacityProvider }) => capacityProvider === "FARGATE_SPOT");
  const onDemand = strategies.find(({ capacityProvider }) => capacityProvider !== "FARGATE_SPOT");
  const spotWeight = spot?.weight ?? 0;
  // With no weight on Spot all tasks are on demand, whatever the other weight says.
  const onDemandWeight = spotWeight === 0 ? 1 : (onDemand?.weight ?? 0);
  return { onDemandBase: onDemand?.base ?? 0, onDemandWeight, spotWeight };
}

export function usesSpot(service: EcsService): boolean {
  return weightsOf(service).spotWeight > 0;
}

/** The Application Auto Scaling target that moves an ECS service; several under one tag are told apart by name. */
export function scalingTargetOf(graph: Graph, service: GraphResource<EcsService>): ScalingTarget | undefined {
  const targets = graph
    .ofService("aws:appautoscaling/target:Target", serviceOf(service))
    .filter(({ props }) => props.serviceNamespace === "ecs");
  const name = readOr(undefined, () => service.props.name);
  const named = targets.find(({ props }) =>
    readOr(false, () => name !== undefined && props.resourceId.endsWith(`/${name}`)),
  );
  return (
    named ?? (graph.ofService("aws:ecs/service:Service", serviceOf(service)).length === 1 ? targets[0] : undefined)
  )?.props;
}

/** Tasks at the quietest: the scaling minimum, else the desired count (ECS takes 1 where none is given). */
export function tasksAtMinimum(graph: Graph, service: GraphResource<EcsService>): number {
  return scalingTargetOf(graph, service)?.minCapacity ?? service.props.desiredCount ?? 1;
}

/** On-demand and Spot tasks at that minimum. */
export function splitAtMinimum(graph: Graph, service: GraphResource<EcsService>): TaskSplit {
  return splitTasks(weightsOf(service.props), tasksAtMinimum(graph, service));
}
