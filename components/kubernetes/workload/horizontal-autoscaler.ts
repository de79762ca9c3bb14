import type { HorizontalPodAutoscalerArgs } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import { metadataOf } from "./metadata.ts";
import type { WorkloadRecord } from "./record.ts";
import { scalingBehavior } from "./scaling-behavior.ts";

/** HorizontalPodAutoscaler on CPU, and on memory where the vertical one leaves it. */
export function horizontalAutoscalerManifest(record: WorkloadRecord) {
  const { autoscaler, service } = record;
  const metric = (name: "cpu" | "memory", averageUtilization: number) => ({
    type: "Resource",
    resource: { name, target: { type: "Utilization", averageUtilization } },
  });
  return {
    metadata: metadataOf(record),
    spec: {
      scaleTargetRef: targetOf(service),
      minReplicas: autoscaler.minReplicas,
      maxReplicas: autoscaler.maxReplicas,
      metrics: [
        metric("cpu", autoscaler.cpuPercent),
        ...(autoscaler.memoryPercent === null ? [] : [metric("memory", autoscaler.memoryPercent)]),
      ],
      behavior: scalingBehavior(record),
    },
  } satisfies HorizontalPodAutoscalerArgs;
}

/** The Deployment, as autoscalers name what they scale. */
export function targetOf(service: string) {
  return { apiVersion: "apps/v1", kind: "Deployment", name: service };
}
