/** Monitoring for every runtime: what services take from it, and what watches them. */
export type { MonitoringArgs } from "./args.ts";
export { AlarmTopic } from "./base/alarm-topic.ts";
export type { AlarmTopicArgs, MonitoringGroupsArgs } from "./base/args.ts";
export { MonitoringGroups } from "./base/monitoring-groups.ts";
export { type InCloudWatchArgs, inCloudWatch } from "./cloudwatch/in-cloudwatch.ts";
export type { WatchedService } from "./cloudwatch/watched.ts";
export { type OnEcsArgs, onEcs } from "./ecs/on-ecs.ts";
export { monitorErrorCodes } from "./error-codes.ts";
export { type Instruments, instruments } from "./instrument/instrument.ts";
export { Monitoring } from "./monitoring.ts";
export type { CloudWatchTransform, EcsTransform, GroupsTransform, TopicTransform } from "./transform.ts";
export type { Doors, World } from "./world.ts";
