import type { ServicePlan } from "@pyairtable/plan";
import { ASSUMPTIONS } from "../assumptions.ts";

/**
 * Alarm metrics charged to a service: those of its own alarms, and the alarms that target tracking makes.
 *
 * AWS charges each metric of an alarm's expression. Follows the service component's defaults; the reconciliation of
 * plan and graph tells when the two part.
 */
export function alarmMetrics(service: ServicePlan): number {
  const { replicas, offHours, route, scaling, deployment } = service;
  const floor = offHours === "always-on" ? replicas.min : Math.min(replicas.min, offHours.replicas);
  const scales = replicas.max > replicas.min;
  // Shifting traffic takes a second target group, and errors, requests and latency are metrics of a group.
  const rolling = deployment.strategy === "rolling";
  const groups = route !== null && !rolling ? 2 : 1;
  const tasksMissing = floor > 0 ? 1 : 0;
  const cpuHigh = scales ? 0 : 1;
  const memoryHigh = 1;
  const errors = 2 * groups;
  const latency = route === null ? 0 : groups;
  // The request metric belongs to one target group, so only a rolling service scales on it.
  const policies = scales ? 2 + (rolling && scaling.requestsPerMinute !== null ? 1 : 0) : 0;
  return tasksMissing + memoryHigh + cpuHigh + errors + latency + policies * ASSUMPTIONS.alarmsPerTargetTracking;
}
