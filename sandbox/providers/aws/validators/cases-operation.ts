import type { Case } from "./cases.ts";

const alarm = {
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 3,
  datapointsToAlarm: 2,
  metricName: "CPUUtilization",
  namespace: "AWS/ECS",
  period: 60,
  statistic: "Average",
  threshold: 80,
};
const query = { id: "m1", returnData: true, expression: "SUM(METRICS())" };
const byQuery = { metricName: undefined, namespace: undefined, period: undefined, statistic: undefined };
const visibility = { cloudwatchMetricsEnabled: true, metricName: "waf", sampledRequestsEnabled: true };
const managed = (name: string, priority: number) => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { name, vendorName: "AWS" } },
  visibilityConfig: visibility,
});
const rate = {
  name: "rate",
  priority: 9,
  action: { block: {} },
  statement: { rateBasedStatement: { limit: 2000 } },
  visibilityConfig: visibility,
};
const notification = {
  comparisonOperator: "GREATER_THAN",
  threshold: 80,
  thresholdType: "PERCENTAGE",
  notificationType: "ACTUAL",
  subscriberEmailAddresses: ["a@example.com"],
};

export const OPERATION_CASES: readonly Case[] = [
  {
    type: "aws:cloudwatch/logGroup:LogGroup",
    good: { retentionInDays: 30, tags: { Owner: "team", "Cost-Center": "a b/c" } },
    bad: [
      ["a retention of 31 days", { retentionInDays: 31 }, "retentionInDays"],
      ["a reserved tag key", { tags: { "aws:owner": "x" } }, 'tags["aws:owner"]'],
      ["a long tag key", { tags: { ["k".repeat(129)]: "x" } }, `tags.${"k".repeat(129)}`],
      ["a long tag value", { tags: { Owner: "v".repeat(257) } }, "tags.Owner"],
      ["an illegal tag value", { tags: { Owner: "a;b" } }, "tags.Owner"],
      ["51 tags", { tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, "v"])) }, "tags"],
    ],
  },
  {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    good: alarm,
    bad: [
      ["an unknown comparison", { comparisonOperator: "Over" }, "comparisonOperator"],
      ["a period of 45 seconds", { period: 45 }, "period"],
      ["more than a day of periods", { evaluationPeriods: 1441 }, "period"],
      ["more points than periods", { datapointsToAlarm: 4 }, "datapointsToAlarm"],
      ["no period at all", { evaluationPeriods: 0, datapointsToAlarm: undefined }, "evaluationPeriods"],
      ["no threshold", { threshold: undefined }, "threshold"],
      ["two statistics", { extendedStatistic: "p99" }, "statistic"],
      ["a metric without a namespace", { namespace: undefined }, "namespace"],
      ["two sources", { metricQueries: [query] }, "metricName"],
      ["an action that is no ARN", { alarmActions: ["page me"] }, "alarmActions[0]"],
      ["queries that all return", { ...byQuery, metricQueries: [query, { ...query, id: "m2" }] }, "metricQueries"],
      ["a query id in capitals", { ...byQuery, metricQueries: [{ ...query, id: "M1" }] }, "metricQueries[0].id"],
      ["unknown handling of gaps", { treatMissingData: "guess" }, "treatMissingData"],
    ],
  },
  {
    type: "aws:cloudwatch/eventRule:EventRule",
    good: { eventPattern: '{"source":["aws.ecs"]}' },
    bad: [
      ["neither pattern nor schedule", { eventPattern: undefined }, "eventPattern"],
      ["a pattern of plain text", { eventPattern: '{"source":"aws.ecs"}' }, "eventPattern.source"],
      ["at() in a rule", { scheduleExpression: "at(2026-01-01T00:00:00)" }, "scheduleExpression"],
    ],
  },
  {
    type: "aws:cloudwatch/dashboard:Dashboard",
    good: { dashboardName: "main", dashboardBody: '{"widgets":[]}' },
    bad: [
      ["a body without widgets", { dashboardBody: "{}" }, "dashboardBody"],
      ["a name with a space", { dashboardName: "a b" }, "dashboardName"],
    ],
  },
  {
    type: "aws:scheduler/schedule:Schedule",
    good: {
      scheduleExpression: "rate(1 hour)",
      scheduleExpressionTimezone: "Europe/Berlin",
      flexibleTimeWindow: { mode: "OFF" },
    },
    bad: [
      ["a rate of nothing", { scheduleExpression: "rate(0 hours)" }, "scheduleExpression"],
      [
        "a window without minutes",
        { flexibleTimeWindow: { mode: "FLEXIBLE" } },
        "flexibleTimeWindow.maximumWindowInMinutes",
      ],
    ],
  },
  {
    type: "aws:s3/bucket:Bucket",
    good: { bucket: "pyairtable-dev-logs" },
    bad: [
      ["capitals", { bucket: "Logs" }, "bucket"],
      ["an IP address", { bucket: "192.168.0.1" }, "bucket"],
      ["two letters", { bucket: "ab" }, "bucket"],
      ["two dots", { bucket: "a..b" }, "bucket"],
      ["a reserved suffix", { bucket: "logs-s3alias" }, "bucket"],
    ],
  },
  {
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    good: { bucket: "b", rules: [{ id: "a", status: "Enabled", expiration: { days: 30 } }] },
    bad: [
      ["an unknown status", { rules: [{ id: "a", status: "On" }] }, "rules[0].status"],
      [
        "expiry after no day",
        { rules: [{ id: "a", status: "Enabled", expiration: { days: 0 } }] },
        "rules[0].expiration.days",
      ],
    ],
  },
  {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    good: { bucket: "b", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
    bad: [
      [
        "an unknown algorithm",
        { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "ROT13" } }] },
        "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm",
      ],
    ],
  },
  {
    type: "aws:sqs/queue:Queue",
    good: {
      visibilityTimeoutSeconds: 30,
      redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:dead","maxReceiveCount":5}',
    },
    bad: [
      ["a timeout over twelve hours", { visibilityTimeoutSeconds: 43_201 }, "visibilityTimeoutSeconds"],
      ["retention over two weeks", { messageRetentionSeconds: 1_209_601 }, "messageRetentionSeconds"],
      ["a FIFO queue without its suffix", { name: "q", fifoQueue: true }, "name"],
      ["deduplication off FIFO", { contentBasedDeduplication: true }, "contentBasedDeduplication"],
      [
        "redrive after no try",
        { redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:a","maxReceiveCount":0}' },
        "redrivePolicy.maxReceiveCount",
      ],
      ["redrive to nowhere", { redrivePolicy: '{"maxReceiveCount":3}' }, "redrivePolicy.deadLetterTargetArn"],
    ],
  },
  {
    type: "aws:sns/topicSubscription:TopicSubscription",
    good: { topic: "arn:aws:sns:us-east-1:123456789012:t", protocol: "email", endpoint: "a@example.com" },
    bad: [
      ["an e-mail address without @", { endpoint: "example.com" }, "endpoint"],
      ["an unknown protocol", { protocol: "pigeon" }, "protocol"],
    ],
  },
  {
    type: "aws:wafv2/webAcl:WebAcl",
    good: {
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: visibility,
      rules: [managed("AWSManagedRulesCommonRuleSet", 1), rate],
    },
    bad: [
      ["an unknown scope", { scope: "GLOBAL" }, "scope"],
      ["two default actions", { defaultAction: { allow: {}, block: {} } }, "defaultAction"],
      ["one priority twice", { rules: [managed("a", 1), managed("b", 1)] }, "rules[1].priority"],
      [
        "an action on a rule group",
        { rules: [{ ...managed("a", 1), overrideAction: undefined as never, action: { block: {} } }] },
        "rules[0].overrideAction",
      ],
      [
        "a rate of five",
        { rules: [{ ...rate, statement: { rateBasedStatement: { limit: 5 } } }] },
        "rules[0].statement.rateBasedStatement.limit",
      ],
      [
        "too many capacity units",
        {
          rules: Array.from({ length: 8 }, (_, i) => ({
            ...managed("AWSManagedRulesCommonRuleSet", i),
            name: `r${i}`,
          })),
        },
        "rules",
      ],
    ],
  },
  {
    type: "aws:budgets/budget:Budget",
    good: {
      budgetType: "COST",
      limitAmount: "700",
      limitUnit: "USD",
      timeUnit: "MONTHLY",
      costFilters: [{ name: "TagKeyValue", values: ["user:Project$pyairtable"] }],
      notifications: [notification],
    },
    bad: [
      ["an amount of nothing", { limitAmount: "0" }, "limitAmount"],
      [
        "a tag filter that matches nothing",
        { costFilters: [{ name: "TagKeyValue", values: ["Project=pyairtable"] }] },
        "costFilters[0].values[0]",
      ],
      [
        "a notification to nobody",
        { notifications: [{ ...notification, subscriberEmailAddresses: [] }] },
        "notifications[0]",
      ],
      ["a threshold of 0", { notifications: [{ ...notification, threshold: 0 }] }, "notifications[0].threshold"],
      ["an unknown time unit", { timeUnit: "WEEKLY" }, "timeUnit"],
    ],
  },
];
