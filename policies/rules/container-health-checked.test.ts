import { editContainer, resource, taskWith } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { containerHealthChecked } from "./container-health-checked.ts";

export const mutant: Mutant = (graph) => editContainer(graph, (container) => delete container.healthCheck);

testRule(containerHealthChecked, {
  passes: {
    "a command": taskWith({ healthCheck: { command: ["CMD", "x"] } }),
    "no essential container": taskWith({ essential: false }),
  },
  fails: {
    none: [taskWith({}), /health check of record-service/],
    empty: [taskWith({ healthCheck: { command: [] } }), /a command/],
  },
  unknown: resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: UNKNOWN }),
  mutant,
});
