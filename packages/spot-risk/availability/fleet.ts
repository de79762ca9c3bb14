import type { Plan, ServicePlan } from "@pyairtable/plan";
import { splitPods } from "../split-pods.ts";
import { splitTasks } from "../split-tasks.ts";
import { type AvailabilityOptions, RISK } from "./parameters.ts";

/** A service as the model sees it: counts of tasks and minutes to replace one. */
export interface Fleet {
  readonly name: string;
  readonly onDemand: number;
  readonly spot: number;
  /** Tasks that carry the observed p95 load; fewer running tasks are an outage. */
  readonly needed: number;
  /** From loss to a task that answers, while capacity is there. */
  readonly replacementMinutes: number;
  /** Most minutes without Spot before on-demand takes over; null: it waits until Spot is back. */
  readonly fallbackMinutes: number | null;
}

type Cluster = Plan["kubernetes"]["mode"];

export function fleetOf(service: ServicePlan, cluster: Cluster, { fallback = false }: AvailabilityOptions = {}): Fleet {
  const needed = neededTasks(service);
  // Autoscaling holds at least what the load needs, even where the minimum is lower.
  const running = Math.max(service.replicas.min, Math.min(needed, service.replicas.max));
  const { name, startupSeconds, kubernetes } = service;
  if (kubernetes === null) {
    return {
      name,
      ...splitTasks(service.placement, running),
      needed,
      replacementMinutes: RISK.replacementMinutes + startupSeconds / 60,
      fallbackMinutes: fallback ? RISK.fallbackMinutes : null,
    };
  }
  const { kind } = kubernetes.capacity;
  return {
    name,
    ...splitPods(kind, running),
    needed,
    // Every lost pod is taken to need a new node; where one has room it is quicker.
    replacementMinutes: RISK.nodeStartMinutes[cluster === "eks" ? "eks" : "existing"] + startupSeconds / 60,
    // Pods that are spread wait for their own kind of node, or the spread would be gone.
    fallbackMinutes: kind === "spot" ? RISK.spotGivenUpMinutes : null,
  };
}

/** Load at p95 (percent of the size before) over what one planned task may carry; at least 1. CPU only. */
export function neededTasks({ usage, before, cpuUnits, kubernetes }: ServicePlan): number {
  const loadCpuUnits = (usage.cpuPercent.p95 / 100) * before.cpuUnits * before.replicas;
  // A pod has no CPU limit, but its request is all that it is sure of.
  const each = kubernetes === null ? cpuUnits : (kubernetes.requests.cpuMillicores / 1000) * 1024;
  return Math.max(1, Math.ceil(loadCpuUnits / (each * RISK.usableCpuShare)));
}

/** Losing every Spot task leaves enough on demand. */
export function survivesTotalSpotLoss({ onDemand, needed }: Fleet): boolean {
  return onDemand >= needed;
}

/** Tasks it can lose without an outage. */
export function slackOf({ onDemand, spot, needed }: Fleet): number {
  return onDemand + spot - needed;
}
