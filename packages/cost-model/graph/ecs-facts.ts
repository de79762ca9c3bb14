import { averageTasks } from "../average-tasks.ts";
import { shareAsleep } from "./cron-share.ts";
import { listAt, numberAt, serviceOf, textAt } from "./read-props.ts";
import type { EcsFacts, GraphResource } from "./types.ts";

/** Puts together what service, task definition, scaling target and scheduled actions say, by the service's URN. */
export function ecsFacts(resources: readonly GraphResource[]): Map<string, EcsFacts> {
  const facts = new Map<string, EcsFacts>();
  for (const service of ofType(resources, "aws:ecs/service:Service")) {
    const task = taskOf(resources, service);
    const replicas = replicasOf(resources, service);
    const placement = placementOf(service);
    facts.set(service.urn, {
      service: serviceOf(service.props),
      ...averageTasks({ placement, replicas, asleep: asleepOf(resources, service) }),
      size: task === undefined ? null : sizeOf(task),
    });
  }
  return facts;
}

/** Of the same `Service` tag; the one of its own logical name where there are several. */
function taskOf(resources: readonly GraphResource[], service: GraphResource): GraphResource | undefined {
  const owner = serviceOf(service.props);
  const tasks = ofType(resources, "aws:ecs/taskDefinition:TaskDefinition").filter((t) => serviceOf(t.props) === owner);
  return tasks.find(({ name }) => name === service.name) ?? tasks[0];
}

export function ofType(resources: readonly GraphResource[], type: string): readonly GraphResource[] {
  return resources.filter((resource) => resource.type === type);
}

function placementOf({ props }: GraphResource) {
  const item = (provider: string) => {
    const items = listAt(props, "capacityProviderStrategies") ?? [];
    const found = items.find((candidate) => textAt(candidate, "capacityProvider") === provider);
    return { base: numberAt(found, "base") ?? 0, weight: numberAt(found, "weight") ?? 0 };
  };
  const onDemand = item("FARGATE");
  const spot = item("FARGATE_SPOT");
  // A launch type, or a strategy not known yet: the dear case.
  if (onDemand.weight + spot.weight === 0) return { onDemandBase: 0, onDemandWeight: 1, spotWeight: 0 };
  return { onDemandBase: onDemand.base, onDemandWeight: onDemand.weight, spotWeight: spot.weight };
}

function replicasOf(resources: readonly GraphResource[], service: GraphResource) {
  const target = ofType(resources, "aws:appautoscaling/target:Target").find((t) => scales(t, service));
  const desired = numberAt(service.props, "desiredCount") ?? 1;
  const min = numberAt(target?.props, "minCapacity") ?? desired;
  return { min, max: numberAt(target?.props, "maxCapacity") ?? min };
}

function asleepOf(resources: readonly GraphResource[], service: GraphResource) {
  const actions = ofType(resources, "aws:appautoscaling/scheduledAction:ScheduledAction")
    .filter((action) => scales(action, service))
    .map(({ props }) => ({
      replicas: numberAt(props, "scalableTargetAction", "minCapacity") ?? 0,
      cron: textAt(props, "schedule") ?? "",
    }))
    .sort((a, b) => a.replicas - b.replicas);
  const [sleep, wake] = actions;
  if (sleep === undefined || wake === undefined) return null;
  const shareOfWeek = shareAsleep(sleep.cron, wake.cron);
  return shareOfWeek === null ? null : { replicas: sleep.replicas, shareOfWeek };
}

/** `service/<cluster>/<name>` names an ECS service. */
function scales({ props }: GraphResource, service: GraphResource): boolean {
  const resourceId = textAt(props, "resourceId");
  const name = textAt(service.props, "name") ?? serviceOf(service.props);
  return resourceId?.startsWith("service/") === true && resourceId.split("/").at(-1) === name;
}

function sizeOf({ props }: GraphResource): EcsFacts["size"] {
  const cpuUnits = numberAt(props, "cpu");
  const memoryMiB = numberAt(props, "memory");
  if (cpuUnits === null || memoryMiB === null) return null;
  const arm = textAt(props, "runtimePlatform", "cpuArchitecture") === "ARM64";
  return { architecture: arm ? "arm64" : "x86_64", cpuUnits, memoryMiB };
}
