import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { Input } from "@pulumi/pulumi";
import { child, physicalName, resourceTags } from "../../shared/index.ts";
import { type Place, prefixOf } from "../place.ts";
import type { EcsScene } from "./scene.ts";

/** Speaks when Prometheus cannot: its task is gone. A running task sends one sample of its CPU a minute. */
export function taskAlarmArgs(place: Place, clusterName: string, topicArn: Input<string>): MetricAlarmArgs {
  return {
    name: physicalName("alarm", `${prefixOf(place)}-monitoring-down`),
    alarmDescription: "The task of Prometheus does not run: nothing is recorded and no alert is sent",
    namespace: "AWS/ECS",
    metricName: "CPUUtilization",
    dimensions: { ClusterName: clusterName, ServiceName: "monitoring-metrics" },
    statistic: "SampleCount",
    period: 60,
    comparisonOperator: "LessThanThreshold",
    threshold: 1,
    evaluationPeriods: 10,
    datapointsToAlarm: 10,
    treatMissingData: "breaching",
    alarmActions: [topicArn],
    okActions: [topicArn],
    tags: resourceTags(place.tags),
  };
}

export function makeTaskAlarm({ name, place, parent, wiring, transform }: EcsScene): void {
  const args = taskAlarmArgs(place, wiring.clusterName, wiring.alarmTopicArn);
  new MetricAlarm(...child(transform?.alarm, `${name}-down`, args, { parent }));
}
