import { editContainer, resource, taskWith } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { containerLogsConfigured } from "./container-logs-configured.ts";

export const mutant: Mutant = (graph) => editContainer(graph, (container) => delete container.logConfiguration);

testRule(containerLogsConfigured, {
  passes: {
    "a log group": taskWith({ logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "g" } } }),
    "the log router": taskWith({ logConfiguration: { logDriver: "awsfirelens" } }),
  },
  fails: {
    none: [taskWith({}), /log of record-service/],
    "no group": [taskWith({ logConfiguration: { logDriver: "awslogs", options: {} } }), /awslogs with a group/],
    "the host's log": [taskWith({ logConfiguration: { logDriver: "json-file" } }), /json-file/],
  },
  unknown: resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: UNKNOWN }),
  mutant,
});
