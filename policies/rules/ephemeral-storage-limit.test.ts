import { addTask } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { ephemeralStorageLimit } from "./ephemeral-storage-limit.ts";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const of = (sizeInGib: number | string) => resource(TASK, { ephemeralStorage: { sizeInGib } });

export const mutant: Mutant = (graph) => addTask(graph, { ephemeralStorage: { sizeInGib: 200 } });

testRule(ephemeralStorageLimit, {
  config: { maxGiB: 50 },
  passes: { "the free 20 GiB": resource(TASK, {}), "the limit itself": of(50) },
  fails: { "the most Fargate has": [of(200), /at most 50 GiB/] },
  unknown: of(UNKNOWN),
  mutant,
});
