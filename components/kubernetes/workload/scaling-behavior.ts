import type { WorkloadRecord } from "./record.ts";

const SYNC_SECONDS = 15;
const CALM_SECONDS = 300;

/**
 * Up at once and as far as the metric asks: a step in load is answered at the next sync, not doubled towards. Down
 * after five calm minutes, at most half of the pods a minute.
 */
export function scalingBehavior({ autoscaler }: WorkloadRecord) {
  return {
    scaleUp: {
      stabilizationWindowSeconds: 0,
      selectPolicy: "Max",
      policies: [{ type: "Pods", value: autoscaler.maxReplicas, periodSeconds: SYNC_SECONDS }],
    },
    scaleDown: {
      stabilizationWindowSeconds: CALM_SECONDS,
      selectPolicy: "Max",
      policies: [{ type: "Percent", value: 50, periodSeconds: 60 }],
    },
  };
}
