/** Monitoring for every runtime: what services take from it, and what watches them. */
export type { MonitoringArgs } from "./args.ts";
export type { MonitoringBaseArgs } from "./base/base-args.ts";
export { MonitoringBase } from "./base/monitoring-base.ts";
export { type InCloudWatchArgs, inCloudWatch } from "./cloudwatch/in-cloudwatch.ts";
export type { WatchedService } from "./cloudwatch/watched.ts";
export { type OnEcsArgs, onEcs } from "./ecs/on-ecs.ts";
export { monitorErrorCodes } from "./error-codes.ts";
export { type Instruments, instruments } from "./instrument/instrument.ts";
export { Monitoring } from "./monitoring.ts";
export type { BaseTransform, CloudWatchTransform, EcsTransform } from "./transform.ts";
export type { Doors, World } from "./world.ts";
