import { MONITORING_PODS, MONITORING_VOLUMES_GIB, type MonitoringPodName } from "@pyairtable/monitoring/plan";
import { cpuQuantity, memoryQuantity } from "../../kubernetes/shared/index.ts";

export const VOLUMES_GIB = MONITORING_VOLUMES_GIB;

export interface PodResources {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly memory: string };
}

/** CPU is asked for and not limited: throttling would cost samples. Memory is both. */
export function resourcesOf(
  name: MonitoringPodName,
  memoryMiB: number = MONITORING_PODS[name].memoryMiB,
): PodResources {
  const memory = memoryQuantity(memoryMiB);
  return { requests: { cpu: cpuQuantity(MONITORING_PODS[name].cpuMillicores), memory }, limits: { memory } };
}

export const memoryMiBOf = (name: MonitoringPodName) => MONITORING_PODS[name].memoryMiB;
