import type { Part, VerticalPodAutoscalerRecord } from "./args.ts";

export const VPA = "vertical-pod-autoscaler";
/** Name the admission controller looks for when its authority changes. */
export const WEBHOOK_CONFIGURATION = "vpa-webhook-config";
export const WEBHOOK_SERVICE = "vpa-webhook";
export const WEBHOOK_PORT = 8000;

/** Deployment, service account and container of a part. The admission controller's lease has the same name. */
export function workloadOf(part: Part): string {
  return `vpa-${part}`;
}

export const METRICS_PORTS: Readonly<Record<Part, number>> = {
  recommender: 8942,
  updater: 8943,
  "admission-controller": 8944,
};

/** Names by which the API server calls the webhook. */
export function webhookHosts({ namespace }: VerticalPodAutoscalerRecord): string[] {
  return [`${WEBHOOK_SERVICE}.${namespace}.svc`];
}
