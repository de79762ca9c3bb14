import type { AutoscalerPlan, ScalingTargets, VerticalPlan, WorkingHours } from "@pyairtable/plan";
import table from "../../data/kubernetes.json" with { type: "json" };
import type { Effective } from "../effective.ts";
import { awakeWindow, warmUpWindow } from "./windows.ts";

/**
 * Who owns the replica count. KEDA where something other than CPU and memory decides (a queue, the clock), the
 * HorizontalPodAutoscaler otherwise; KEDA makes one of its own, so the two never meet.
 */
export function autoscalerOf(
  { entry, replicas, sleep }: Effective,
  scaling: ScalingTargets,
  vertical: VerticalPlan,
  hours: WorkingHours,
  kedaOn: boolean,
): AutoscalerPlan {
  const queues = entry.data.flatMap((need) =>
    need.kind === "queue" && need.role === "consumer"
      ? [{ queue: need.queue, messagesPerPod: table.messagesPerPod }]
      : [],
  );
  const warmUp = entry.tier === "critical" && entry.exposure === "public" ? warmUpWindow(hours, replicas) : null;
  const windows = sleep === null ? (warmUp === null ? [] : [warmUp]) : [awakeWindow(hours, replicas.min)];
  const reasons = [
    ...(queues.length > 0 ? ["the length of its queue"] : []),
    ...(sleep === null ? [] : ["working hours"]),
    ...(warmUp === null ? [] : ["the morning rise"]),
  ];
  const keda = kedaOn && reasons.length > 0;
  const memoryIsVertical = vertical.updateMode !== "Off" && vertical.resources.includes("memory");
  return {
    kind: keda ? "keda" : "hpa",
    why: keda ? `follows ${reasons.join(" and ")} too` : "follows CPU and memory",
    minReplicas: keda && sleep !== null ? sleep.replicas : replicas.min,
    maxReplicas: replicas.max,
    cpuPercent: scaling.cpuPercent,
    memoryPercent: memoryIsVertical ? null : scaling.memoryPercent,
    queues: keda ? queues : [],
    windows: keda ? windows : [],
  };
}
