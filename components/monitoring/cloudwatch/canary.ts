import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { HealthCheckArgs } from "@pulumi/aws/route53/healthCheck.js";
import type { Input } from "@pulumi/pulumi";
import type { CanaryPlan } from "@pyairtable/plan";
import { physicalName, resourceTags } from "../../shared/index.ts";
import { type Place, prefixOf } from "../place.ts";

/** Asks the public address as a user would, over TLS, from Route 53's places around the world; 200 to 399 is well. */
export function canaryArgs(place: Place, domain: string, { path }: CanaryPlan): HealthCheckArgs {
  return {
    type: "HTTPS",
    fqdn: domain,
    port: 443,
    resourcePath: path,
    enableSni: true,
    requestInterval: 30,
    failureThreshold: 3,
    tags: resourceTags(place.tags, `${prefixOf(place)}-canary`),
  };
}

/** Route 53 keeps the metric in us-east-1 alone, which the plan has checked. */
export function canaryAlarmArgs(place: Place, healthCheckId: Input<string>, topicArn: Input<string>): MetricAlarmArgs {
  return {
    name: physicalName("alarm", `${prefixOf(place)}-canary`),
    alarmDescription: "The public address does not answer from outside",
    namespace: "AWS/Route53",
    metricName: "HealthCheckStatus",
    dimensions: { HealthCheckId: healthCheckId },
    statistic: "Minimum",
    period: 60,
    comparisonOperator: "LessThanThreshold",
    threshold: 1,
    evaluationPeriods: 2,
    datapointsToAlarm: 2,
    treatMissingData: "breaching",
    alarmActions: [topicArn],
    okActions: [topicArn],
    tags: resourceTags(place.tags),
  };
}
