import { editContainer, resource, taskWith } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { stopTimeoutWithinFargate } from "./stop-timeout-within-fargate.ts";

export const mutant: Mutant = (graph) => editContainer(graph, (container) => (container.stopTimeout = 300));

testRule(stopTimeoutWithinFargate, {
  passes: { "the longest": taskWith({ stopTimeout: 120 }), "none stated": taskWith({}) },
  fails: { longer: [taskWith({ stopTimeout: 121 }), /stopTimeout of record-service[\s\S]*at most 120 s/] },
  unknown: resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: UNKNOWN }),
  mutant,
});
