/** How a plan is watched, decided once: `Plan.monitoring`. */
export type { MonitoringPlanArgs } from "./args.ts";
export { checkMonitoringPlan } from "./checks.ts";
export { monitoringPlanErrorCodes } from "./error-codes.ts";
export { monitoringPlan, settingsOf } from "./monitoring-plan.ts";
export { MONITORING_PODS, MONITORING_VOLUMES_GIB, type MonitoringPodName, prometheusPodMemoryMiB } from "./pods.ts";
export { telemetryVariables } from "./telemetry.ts";
