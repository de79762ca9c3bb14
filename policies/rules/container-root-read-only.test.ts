import { editContainer, resource, taskWith } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { containerRootReadOnly } from "./container-root-read-only.ts";

export const mutant: Mutant = (graph) =>
  editContainer(graph, (container) => (container.readonlyRootFilesystem = false));

testRule(containerRootReadOnly, {
  config: { exempt: ["agent"] },
  passes: { "read-only": taskWith({ readonlyRootFilesystem: true }), exempt: taskWith({ name: "agent" }) },
  fails: {
    writable: [taskWith({ readonlyRootFilesystem: false }), /of record-service\n {2}got {5}false/],
    "not stated": [taskWith({}), /nothing/],
  },
  unknown: resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: UNKNOWN }),
  mutant,
});
