import { add } from "../testing/add.ts";
import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { alarmsTellSomeone } from "./alarms-tell-someone.ts";

const [TOPIC, ALARM] = ["aws:sns/topic:Topic", "aws:cloudwatch/metricAlarm:MetricAlarm"];
const topic = resource(TOPIC, { kmsMasterKeyId: "arn:key" });
const alarm = (alarmActions?: unknown, okActions: unknown = alarmActions) =>
  resource(ALARM, { alarmActions, okActions });

export const mutant: Mutant = (graph) => {
  add(graph, TOPIC, { name: "alarms", kmsMasterKeyId: "arn:aws:kms:us-east-1:111122223333:key/1" });
  edit(graph, ALARM, (props) => Object.assign(props, { alarmActions: [] }));
};

testRule(alarmsTellSomeone, {
  passes: { told: [topic, alarm(["arn:topic"])] },
  fails: {
    silent: [[topic, alarm()], /alarmActions, okActions/],
    "told of the start alone": [[topic, alarm(["arn:topic"], [])], /no okActions/],
  },
  unknownIs: { fine: [topic, alarm([UNKNOWN])] },
  mutant,
});
