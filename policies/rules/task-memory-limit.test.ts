import { addTask } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { taskMemoryLimit } from "./task-memory-limit.ts";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const of = (memory?: string) => resource(TASK, { memory });

export const mutant: Mutant = (graph) => addTask(graph, { cpu: "1024", memory: "8192" });

testRule(taskMemoryLimit, {
  config: { maxMemoryMiB: 4096 },
  passes: { "the limit itself": of("4096") },
  fails: { "one step above": [of("5120"), /"5120"[\s\S]*at most 4096 MiB/], "no size": [of(), /nothing/] },
  unknown: of(UNKNOWN),
  mutant,
});
