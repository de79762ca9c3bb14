/** Another team's program: watches record-service by the platform's outputs, in a network of its own. */
import { LogMetricFilter } from "@pulumi/aws/cloudwatch/logMetricFilter.js";
import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import * as pulumi from "@pulumi/pulumi";
import { Network } from "@pyairtable/components/network";
import { readPlatform } from "@pyairtable/outputs/pulumi";
import { costTags } from "@pyairtable/plan";

const name = "usage-watch";
const platform = readPlatform(new pulumi.Config().require("platformStack"));
// Names and zones decide what is made, so they are read plain; the rest is wired as outputs.
const { environment, region, cost } = await platform.values();
const records = platform.service("record-service");
const { owner } = await platform.serviceValues("record-service");
const tags = costTags({ project: name, environment, service: name, owner: "analytics", costCenter: "cc-7000" });

// One component on its own: closed subnets in two zones, for jobs that need no way out.
const network = new Network(name, {
  cidr: "10.90.0.0/20",
  region,
  zones: [`${region}a`, `${region}b`],
  nat: "none",
  flowLogs: { enabled: true, retentionDays: 7 },
  tags,
});

const metric = { namespace: "UsageWatch", name: "RecordServiceErrors" };
new LogMetricFilter("record-service-errors", {
  logGroupName: records.logGroupName,
  pattern: '{ $.level = "error" && $.caller = "usage-watch" }',
  metricTransformation: { ...metric, value: "1" },
});
new MetricAlarm("record-service-errors", {
  alarmDescription: `record-service answers ${name} with errors; talk to ${owner}.`,
  namespace: metric.namespace,
  metricName: metric.name,
  statistic: "Sum",
  period: 300,
  evaluationPeriods: 3,
  threshold: 10,
  comparisonOperator: "GreaterThanThreshold",
  treatMissingData: "notBreaching",
  tags,
});

export const watch = { calls: records.url, owner, vpcId: network.vpcId, platformUsd: cost.plannedUsd };
