import { editContainer, resource, taskWith } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { containerHasInit } from "./container-has-init.ts";

export const mutant: Mutant = (graph) =>
  editContainer(graph, (container) => (container.linuxParameters.initProcessEnabled = false));

testRule(containerHasInit, {
  passes: { "an init": taskWith({ linuxParameters: { initProcessEnabled: true } }) },
  fails: {
    none: [taskWith({}), /init process of record-service/],
    off: [taskWith({ linuxParameters: { initProcessEnabled: false } }), /false/],
  },
  unknown: resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: UNKNOWN }),
  mutant,
});
