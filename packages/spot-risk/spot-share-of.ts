import type { Plan, ServicePlan } from "@pyairtable/plan";
import { spotShareOfPods } from "./split-pods.ts";
import { splitTasks } from "./split-tasks.ts";

/**
 * Share of the vCPU on Spot at minimum replicas, 0 to 1, over ECS and Kubernetes together; 0 where nothing runs.
 *
 * With every service on ECS it is `spot.actualShare`. Spread pods count half, so a plan with pods may stand off it.
 */
export function spotShareOf({ services }: Plan): number {
  let spot = 0;
  let all = 0;
  for (const service of services) {
    const vcpu = service.replicas.min * vcpuEach(service);
    all += vcpu;
    spot += vcpu * spotShareOfService(service);
  }
  return all === 0 ? 0 : spot / all;
}

/** Share of one service's tasks or pods on Spot at minimum replicas, 0 to 1. */
export function spotShareOfService({ kubernetes, placement, replicas }: ServicePlan): number {
  if (kubernetes !== null) return spotShareOfPods(kubernetes.capacity.kind);
  return replicas.min === 0 ? 0 : splitTasks(placement, replicas.min).spot / replicas.min;
}

function vcpuEach({ kubernetes, cpuUnits }: ServicePlan): number {
  return kubernetes === null ? cpuUnits / 1024 : kubernetes.requests.cpuMillicores / 1000;
}
