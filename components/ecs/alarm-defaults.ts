import type { AlarmKind } from "./alarm-args.ts";
import type { ServiceRecord } from "./record.ts";

/**
 * The alarms worth their price: each says something autoscaling does not already act on.
 * CPU only where nothing scales on it; no task count where nobody owns the floor or it may be zero.
 */
export function defaultAlarmKinds(record: Omit<ServiceRecord, "alarms">): AlarmKind[] {
  const kinds: AlarmKind[] = [];
  if (runningFloor(record) > 0) kinds.push("tasks-missing");
  kinds.push("memory-high");
  if (!scalesOnCpu(record)) kinds.push("cpu-high");
  if (record.route !== null || record.serviceConnect !== null) kinds.push("errors-5xx");
  if (record.route !== null) kinds.push("latency-p95");
  return kinds;
}

/** Tasks that must run at every hour of the week; 0 where the service may sleep to nothing or another raises it. */
export function runningFloor(record: Pick<ServiceRecord, "replicas" | "offHours" | "scaling">): number {
  if (record.scaling.ownedBy === "external") return 0;
  return Math.min(record.replicas.min, record.offHours?.replicas ?? record.replicas.min);
}

export function scalesOnCpu({ scaling, replicas }: Pick<ServiceRecord, "scaling" | "replicas">): boolean {
  return scaling.ownedBy === "autoscaling" && replicas.max > replicas.min && scaling.cpuPercent !== null;
}
