import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { Input } from "@pulumi/pulumi";
import { physicalName, resourceTags } from "../shared/index.ts";
import type { AlarmKind } from "./alarm-args.ts";
import { runningFloor } from "./alarm-defaults.ts";
import { errorShareQueries, latencyMetric } from "./alarm-queries.ts";
import type { ServiceRecord } from "./record.ts";

/** Metric dimensions known only after the load balancer and its groups are made. */
export interface AlarmWiring {
  readonly topicArn?: Input<string>;
  readonly loadBalancerArnSuffix?: Input<string>;
  readonly targetGroupArnSuffixes: readonly Input<string>[];
}

type Watch = Omit<MetricAlarmArgs, "name" | "tags">;

/** Known before anything is made, so that the service can name its alarms in a preview. */
export function alarmName({ project, environment, service }: ServiceRecord, kind: AlarmKind): string {
  return physicalName("alarm", `${project}-${environment}-${service}-${kind}`);
}

/**
 * Alarms that undo a deployment: what its users feel. Never counts of tasks or utilisation, which may already be
 * firing for another reason and would then keep the fix from shipping.
 */
export function rollbackAlarmNames(record: ServiceRecord): string[] {
  if (!record.alarms.rollback) return [];
  const felt = record.alarms.kinds.filter((kind) => kind === "errors-5xx" || kind === "latency-p95");
  return felt.map((kind) => alarmName(record, kind));
}

export function alarmArgs(record: ServiceRecord, kind: AlarmKind, wiring: AlarmWiring): MetricAlarmArgs {
  const actions = wiring.topicArn === undefined ? [] : [wiring.topicArn];
  return {
    name: alarmName(record, kind),
    ...watch(record, kind, wiring),
    alarmActions: actions,
    okActions: actions,
    tags: resourceTags(record.tags),
  };
}

function watch(record: ServiceRecord, kind: AlarmKind, wiring: AlarmWiring): Watch {
  const { alarms, service } = record;
  switch (kind) {
    case "tasks-missing":
      return tasksMissing(record);
    case "memory-high":
      return utilisation(record, "MemoryUtilization", alarms.memoryPercent);
    case "cpu-high":
      return utilisation(record, "CPUUtilization", alarms.cpuPercent);
    case "errors-5xx":
      return {
        alarmDescription: `${service}: more than ${alarms.errorPercent}% of answers are 5xx`,
        comparisonOperator: "GreaterThanThreshold",
        threshold: alarms.errorPercent,
        ...THREE_OF_FIVE_MINUTES,
        metricQueries: errorShareQueries(record, wiring),
      };
    case "latency-p95":
      return {
        alarmDescription: `${service}: p95 of the answer time is over ${alarms.latencyP95Ms} ms`,
        comparisonOperator: "GreaterThanThreshold",
        threshold: alarms.latencyP95Ms / 1000,
        ...THREE_OF_FIVE_MINUTES,
        ...latencyMetric(wiring),
      };
  }
}

/** No data is no trouble: a sleeping or unused service has no requests. */
const THREE_OF_FIVE_MINUTES = { evaluationPeriods: 5, datapointsToAlarm: 3, treatMissingData: "notBreaching" } as const;

/** Each running task sends one CPU sample a minute, so the count of samples is the count of tasks: no paid metric. */
function tasksMissing(record: ServiceRecord): Watch {
  const floor = runningFloor(record);
  return {
    alarmDescription: `${record.service}: fewer than ${floor} tasks run; Spot may be short`,
    namespace: "AWS/ECS",
    metricName: "CPUUtilization",
    dimensions: { ClusterName: record.clusterName, ServiceName: record.service },
    statistic: "SampleCount",
    period: 60,
    comparisonOperator: "LessThanThreshold",
    threshold: floor,
    evaluationPeriods: 5,
    datapointsToAlarm: 5,
    treatMissingData: "breaching",
  };
}

function utilisation(record: ServiceRecord, metricName: string, threshold: number): Watch {
  return {
    alarmDescription: `${record.service}: ${metricName} above ${threshold}% for 10 of 15 minutes`,
    namespace: "AWS/ECS",
    metricName,
    dimensions: { ClusterName: record.clusterName, ServiceName: record.service },
    statistic: "Average",
    period: 300,
    comparisonOperator: "GreaterThanThreshold",
    threshold,
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    treatMissingData: "notBreaching",
  };
}
