/** Facts about AWS as data with a source: task sizes, zones, log retention. */
export { fargateCpuUnits, fargateMemoryMiB, isFargatePair, STOP_TIMEOUT_SECONDS_MAX } from "./fargate.ts";
export { LOG_RETENTION_DAYS } from "./log-retention.ts";
export { knownRegions, zonesOf } from "./regions.ts";
