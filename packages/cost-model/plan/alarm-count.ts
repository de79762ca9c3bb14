import type { ServicePlan } from "@pyairtable/plan";
import { ASSUMPTIONS } from "../assumptions.ts";

/**
 * Alarms charged to a service: its own, and those that target tracking makes.
 *
 * Follows the service component's defaults; the reconciliation of plan and graph tells when the two part.
 */
export function alarmCount(service: ServicePlan): number {
  const { replicas, offHours, route, scaling } = service;
  const floor = offHours === "always-on" ? replicas.min : Math.min(replicas.min, offHours.replicas);
  const scales = replicas.max > replicas.min;
  const own = (floor > 0 ? 1 : 0) + 1 + (scales ? 0 : 1) + 1 + (route === null ? 0 : 1);
  const policies = scales ? 2 + (scaling.requestsPerMinute === null ? 0 : 1) : 0;
  return own + policies * ASSUMPTIONS.alarmsPerTargetTracking;
}
