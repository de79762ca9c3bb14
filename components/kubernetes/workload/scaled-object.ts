import type { Input } from "@pulumi/pulumi";
import type { CustomObject } from "../shared/index.ts";
import { targetOf } from "./horizontal-autoscaler.ts";
import { metadataOf } from "./metadata.ts";
import type { WorkloadRecord } from "./record.ts";
import { scalingBehavior } from "./scaling-behavior.ts";

interface Trigger {
  readonly type: string;
  readonly metricType?: string;
  readonly metadata: Readonly<Record<string, Input<string>>>;
  readonly authenticationRef?: { readonly name: string };
}

/** Where the queues are: region, and URLs by name. */
export interface QueuePlace {
  readonly region: string | undefined;
  readonly urls: Readonly<Record<string, Input<string>>>;
}

/**
 * KEDA's ScaledObject. KEDA keeps the one HorizontalPodAutoscaler of the Deployment, under the service's own name, and
 * takes over one that is there, so that a service may move to KEDA in one update.
 */
export function scaledObjectManifest(record: WorkloadRecord, queues: QueuePlace): CustomObject {
  const { autoscaler, service, replicas } = record;
  const metadata = metadataOf(record);
  return {
    apiVersion: "keda.sh/v1alpha1",
    kind: "ScaledObject",
    metadata: {
      ...metadata,
      // KEDA adds it where it is missing, and the next refresh would find a difference.
      labels: { ...metadata.labels, "scaledobject.keda.sh/name": service },
      annotations: { "scaledobject.keda.sh/transfer-hpa-ownership": "true" },
    },
    spec: {
      scaleTargetRef: targetOf(service),
      pollingInterval: 15,
      // Only the way to zero: between one and many the behaviour below decides.
      cooldownPeriod: 300,
      minReplicaCount: autoscaler.minReplicas,
      maxReplicaCount: autoscaler.maxReplicas,
      // A queue that cannot be read is no reason to stop working.
      ...(autoscaler.queues.length === 0
        ? {}
        : { fallback: { failureThreshold: 3, replicas: replicas.min, behavior: "currentReplicasIfHigher" } }),
      advanced: {
        restoreToOriginalReplicaCount: false,
        horizontalPodAutoscalerConfig: { name: service, behavior: scalingBehavior(record) },
      },
      triggers: triggersOf(record, queues),
    },
  };
}

/** Lets KEDA read the queues with its own role; null where no queue counts. */
export function triggerAuthenticationManifest(record: WorkloadRecord): CustomObject | null {
  if (record.autoscaler.kind !== "keda" || record.autoscaler.queues.length === 0) return null;
  return {
    apiVersion: "keda.sh/v1alpha1",
    kind: "TriggerAuthentication",
    metadata: metadataOf(record),
    spec: { podIdentity: { provider: "aws" } },
  };
}

function triggersOf({ autoscaler, service }: WorkloadRecord, { region, urls }: QueuePlace): Trigger[] {
  const usage = (type: "cpu" | "memory", percent: number): Trigger => ({
    type,
    metricType: "Utilization",
    metadata: { value: String(percent) },
  });
  return [
    usage("cpu", autoscaler.cpuPercent),
    ...(autoscaler.memoryPercent === null ? [] : [usage("memory", autoscaler.memoryPercent)]),
    ...autoscaler.queues.map(({ queue, messagesPerPod }) => ({
      type: "aws-sqs-queue",
      metadata: { queueURL: urls[queue] ?? queue, queueLength: String(messagesPerPod), awsRegion: region ?? "" },
      authenticationRef: { name: service },
    })),
    ...autoscaler.windows.map(({ start, end, timeZone, replicas }) => ({
      type: "cron",
      metadata: { timezone: timeZone, start, end, desiredReplicas: String(replicas) },
    })),
  ];
}
