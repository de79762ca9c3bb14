import { type StackFinding, stackRule } from "../rule.ts";
import { readOr } from "../unknown.ts";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

export const alarmsTellSomeone = stackRule({
  id: "alarms-tell-someone",
  title: "Where there is a topic for alarms, every alarm tells it when it fires and when it ends.",
  severity: "medium",
  remediation: "Hand `alarmTopicArn` to what makes the alarm.",
  controls: ["fsbp:CloudWatch.15"],
  needs: "aws:sns/topic:Topic",
  *check(graph): Iterable<StackFinding> {
    for (const alarm of graph.ofType(ALARM)) {
      const { alarmActions, okActions } = alarm.props;
      const silent = [
        ...(isEmpty(() => alarmActions) ? ["alarmActions"] : []),
        ...(isEmpty(() => okActions) ? ["okActions"] : []),
      ];
      if (silent.length === 0) continue;
      yield { at: alarm, what: "actions", got: `no ${silent.join(", ")}`, wanted: "the topic", fix: "Wire the topic." };
    }
  },
});

/** A list whose entries are not known yet is not empty. */
function isEmpty(read: () => readonly unknown[] | undefined): boolean {
  return readOr(1, () => read()?.length ?? 0) === 0;
}
