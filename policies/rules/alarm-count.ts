import { overCount } from "../read/count.ts";
import { stackRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const alarmCount = stackRule({
  id: "alarm-count",
  title: "The stack has no more CloudWatch alarms than it may.",
  severity: "low",
  remediation: "Drop alarms nobody acts on. Or raise `maxAlarms` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { maxAlarms: amount(200, "The stack has no more CloudWatch alarms than it may.") },
  check: (graph, { maxAlarms }) =>
    overCount(
      "CloudWatch alarms",
      graph.ofType("aws:cloudwatch/metricAlarm:MetricAlarm").length,
      maxAlarms,
      "Drop alarms nobody acts on.",
    ),
});
