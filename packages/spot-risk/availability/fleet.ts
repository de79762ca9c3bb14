import type { ServicePlan } from "@pyairtable/plan";
import { splitTasks } from "../split-tasks.ts";
import { RISK } from "./parameters.ts";

/** A service as the model sees it: counts of tasks and minutes to replace one. */
export interface Fleet {
  readonly name: string;
  readonly onDemand: number;
  readonly spot: number;
  /** Tasks that carry the observed p95 load; fewer running tasks are an outage. */
  readonly needed: number;
  /** From loss to a task that answers, while capacity is there. */
  readonly replacementMinutes: number;
}

export function fleetOf(service: ServicePlan): Fleet {
  const needed = neededTasks(service);
  // Autoscaling holds at least what the load needs, even where the minimum is lower.
  const running = Math.max(service.replicas.min, Math.min(needed, service.replicas.max));
  const { onDemand, spot } = splitTasks(service.placement, running);
  const replacementMinutes = RISK.replacementMinutes + service.startupSeconds / 60;
  return { name: service.name, onDemand, spot, needed, replacementMinutes };
}

/** Load at p95 (percent of the size before) over what one planned task may carry; at least 1. CPU only. */
export function neededTasks({ usage, before, cpuUnits }: ServicePlan): number {
  const loadCpuUnits = (usage.cpuPercent.p95 / 100) * before.cpuUnits * before.replicas;
  return Math.max(1, Math.ceil(loadCpuUnits / (cpuUnits * RISK.usableCpuShare)));
}

/** Losing every Spot task leaves enough on demand. */
export function survivesTotalSpotLoss({ onDemand, needed }: Fleet): boolean {
  return onDemand >= needed;
}

/** Tasks it can lose without an outage. */
export function slackOf({ onDemand, spot, needed }: Fleet): number {
  return onDemand + spot - needed;
}
