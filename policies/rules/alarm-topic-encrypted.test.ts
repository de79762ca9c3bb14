import { add } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { alarmTopicEncrypted } from "./alarm-topic-encrypted.ts";

const TOPIC = "aws:sns/topic:Topic";
const of = (kmsMasterKeyId?: string) => resource(TOPIC, { name: "alarms", kmsMasterKeyId });

export const mutant: Mutant = (graph) => {
  // Alarms that tell nobody are another rule's.
  for (const { type, props, inputs = props } of graph)
    if (type === "aws:cloudwatch/metricAlarm:MetricAlarm")
      for (const one of [props, inputs]) Object.assign(one, { alarmActions: ["arn:t"], okActions: ["arn:t"] });
  add(graph, TOPIC, { name: "alarms" });
};

testRule(alarmTopicEncrypted, {
  passes: { "a key of ours": of("arn:aws:kms:us-east-1:111122223333:key/1"), "an alias": of("alias/alarms") },
  fails: {
    plain: [of(), /nothing/],
    "AWS's own key": [of("alias/aws/sns"), /alias\/aws\/sns/],
    empty: [of(""), /key/],
  },
  unknownIs: { fine: of(UNKNOWN) },
  mutant,
});
