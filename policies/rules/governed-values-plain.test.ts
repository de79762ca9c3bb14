import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { governedValuesPlain } from "./governed-values-plain.ts";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";

export const mutant: Mutant = (graph) =>
  edit(graph, "aws:cloudwatch/logGroup:LogGroup", (props) => (props.retentionInDays = UNKNOWN));

testRule(governedValuesPlain, {
  passes: {
    "plain values": resource(TASK, { cpu: "256", memory: "512", containerDefinitions: "[]", tags: { Owner: "x" } }),
    "an unknown value nobody judges": resource(TASK, { cpu: "256", taskRoleArn: UNKNOWN }),
    "no tags": resource("aws:appautoscaling/target:Target", {}),
  },
  fails: {
    "an unknown size": [resource(TASK, { cpu: UNKNOWN }), /TaskDefinition\): cpu\n[\s\S]*not known in preview/],
    "an unknown tag": [resource(TASK, { tags: { Owner: UNKNOWN } }), /tags.Owner/],
    "unknown tags": [resource(TASK, { tags: UNKNOWN }), /: tags\n/],
    "an unknown count": [resource("aws:ecs/service:Service", { desiredCount: UNKNOWN }), /desiredCount/],
  },
  unknownIs: { breach: [resource(TASK, { memory: UNKNOWN }), /memory/] },
  mutant,
});
