/** A service of another team on the platform's cluster: it calls record-service and watches its log. */
import { LogMetricFilter } from "@pulumi/aws/cloudwatch/logMetricFilter.js";
import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import * as pulumi from "@pulumi/pulumi";
import { connectServices, Service } from "@pyairtable/components/ecs";
import { readPlatform } from "@pyairtable/outputs/pulumi";
import { costTags } from "@pyairtable/plan";

const name = "usage-reports";
const platform = readPlatform(new pulumi.Config().require("platformStack"));
// Names and ports decide what is made, so they are read plain; the rest is wired as outputs.
const { environment, region, cluster } = await platform.values();
const { port, owner } = await platform.serviceValues("record-service");
const { vpcId, privateSubnetIds } = platform.network;
const records = platform.service("record-service");
const tags = costTags({ project: name, environment, service: name, owner: "analytics", costCenter: "cc-7000" });

const service = new Service(name, {
  service: name,
  project: name,
  environment,
  region,
  accountId: cluster.arn.split(":")[4] ?? "",
  tags,
  clusterName: cluster.name,
  namespaceName: cluster.namespaceName,
  image: "example/usage-reports:1.4.0",
  cpuUnits: 256,
  memoryMiB: 512,
  replicas: { min: 1, max: 2 },
  placement: { onDemandBase: 1, onDemandWeight: 0, spotWeight: 1 },
  port: 8080,
  healthPath: "/health",
  calls: ["record-service"],
  wiring: { clusterArn: cluster.arn, namespaceArn: cluster.namespaceArn, vpcId, privateSubnetIds },
});
const caller = { name, securityGroupId: service.securityGroupId, tags };
const callee = { name: "record-service", securityGroupId: records.securityGroupId, tags };
connectServices("calls", [{ caller, callee, port }]);

const metric = { namespace: "UsageReports", name: "RecordServiceErrors" };
new LogMetricFilter("record-service-errors", {
  logGroupName: records.logGroupName,
  pattern: '{ $.level = "error" && $.caller = "usage-reports" }',
  metricTransformation: { ...metric, value: "1" },
});
new MetricAlarm("record-service-errors", {
  alarmDescription: `record-service answers usage-reports with errors; talk to ${owner}.`,
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

export const reports = { arn: service.arn, dnsName: service.dnsName, calls: records.url };
