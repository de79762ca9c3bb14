import { editContainer, resource, taskWith } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { containerNotPrivileged } from "./container-not-privileged.ts";

export const mutant: Mutant = (graph) =>
  editContainer(graph, (container) => (container.linuxParameters.capabilities.add = ["SYS_PTRACE"]));

testRule(containerNotPrivileged, {
  passes: {
    neither: taskWith({ privileged: false, linuxParameters: { capabilities: { drop: ["ALL"] } } }),
    "not stated": taskWith({}),
  },
  fails: {
    privileged: [taskWith({ privileged: true }), /privileged of/],
    "a capability": [taskWith({ linuxParameters: { capabilities: { add: ["SYS_ADMIN"] } } }), /SYS_ADMIN/],
  },
  unknown: resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: UNKNOWN }),
  mutant,
});
