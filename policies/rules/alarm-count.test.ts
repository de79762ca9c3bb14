import { add } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { alarmCount } from "./alarm-count.ts";

const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";
const TYPE = "aws:cloudwatch/metricAlarm:MetricAlarm";
const some = (count: number) => Array.from({ length: count }, (_, index) => resource(TYPE, {}, { name: `n${index}` }));

export const mutant: Mutant = (graph) =>
  add(
    graph,
    TYPE,
    { comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, alarmActions: [TOPIC], okActions: [TOPIC] },
    "alarm",
    251,
  );

testRule(alarmCount, {
  config: { maxAlarms: 2 },
  passes: { none: [], "the limit itself": some(2), "other types": resource("aws:ec2/route:Route", {}) },
  fails: { "one more": [some(3), /got {5}3\n {2}wanted {2}at most 2/] },
  unknownIs: { fine: resource(TYPE, { tags: UNKNOWN }) },
  mutant,
});
