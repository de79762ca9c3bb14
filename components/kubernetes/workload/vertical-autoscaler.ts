import { type CustomObject, cpuQuantity, memoryQuantity } from "../shared/index.ts";
import { targetOf } from "./horizontal-autoscaler.ts";
import { metadataOf } from "./metadata.ts";
import type { WorkloadRecord } from "./record.ts";

/** VerticalPodAutoscaler; null where there is none. Limits move with requests, since memory's are the same. */
export function verticalAutoscalerManifest(record: WorkloadRecord): CustomObject | null {
  const { vertical, service, replicas } = record;
  if (vertical === null) return null;
  const { updateMode, resources, bounds } = vertical;
  const within = (cpuMillicores: number, memoryMiB: number): Record<string, string> => ({
    ...(resources.includes("cpu") ? { cpu: cpuQuantity(cpuMillicores) } : {}),
    ...(resources.includes("memory") ? { memory: memoryQuantity(memoryMiB) } : {}),
  });
  return {
    apiVersion: "autoscaling.k8s.io/v1",
    kind: "VerticalPodAutoscaler",
    metadata: metadataOf(record),
    spec: {
      targetRef: targetOf(service),
      // Its default of two would leave a service with one pod for ever as it is.
      updatePolicy: { updateMode, minReplicas: Math.max(1, Math.min(2, replicas.min)) },
      resourcePolicy: {
        containerPolicies: [
          {
            containerName: service,
            controlledResources: [...resources],
            controlledValues: "RequestsAndLimits",
            minAllowed: within(bounds.minCpuMillicores, bounds.minMemoryMiB),
            maxAllowed: within(bounds.maxCpuMillicores, bounds.maxMemoryMiB),
          },
        ],
      },
    },
  };
}
