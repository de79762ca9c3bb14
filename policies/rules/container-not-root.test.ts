import { editContainer, resource, taskWith } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { containerNotRoot } from "./container-not-root.ts";

export const mutant: Mutant = (graph) => editContainer(graph, (container) => (container.user = "0"));

testRule(containerNotRoot, {
  config: { exempt: ["agent"] },
  passes: { "a user": taskWith({ user: "10001:10001" }), exempt: taskWith({ name: "agent" }) },
  fails: {
    "root by name": [taskWith({ user: "root" }), /"root"/],
    "root by number": [taskWith({ user: "0:0" }), /"0:0"/],
    "the image's user": [taskWith({}), /the image's user/],
  },
  unknown: resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: UNKNOWN }),
  mutant,
});
