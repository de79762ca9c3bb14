import type { KubernetesServiceArgs } from "./args.ts";
import type { WorkloadRecord } from "./record.ts";
import type { AutoscalerArgs } from "./scaling-args.ts";

export function autoscalerOf({ autoscaler, replicas }: KubernetesServiceArgs): AutoscalerArgs {
  return (
    autoscaler ?? {
      kind: "hpa",
      minReplicas: replicas.min,
      maxReplicas: replicas.max,
      cpuPercent: 70,
      memoryPercent: null,
      queues: [],
      windows: [],
    }
  );
}

/** Twice the request at most: the namespace's quota has room for that, and a leak is not fed for ever. */
export function verticalOf({ vertical, requests }: KubernetesServiceArgs): WorkloadRecord["vertical"] {
  if (vertical === undefined || vertical === null) return null;
  const { cpuMillicores, memoryMiB } = requests;
  return {
    ...vertical,
    bounds: vertical.bounds ?? {
      minCpuMillicores: Math.ceil(cpuMillicores / 2),
      maxCpuMillicores: cpuMillicores * 2,
      minMemoryMiB: Math.ceil(memoryMiB / 2),
      maxMemoryMiB: memoryMiB * 2,
    },
  };
}
