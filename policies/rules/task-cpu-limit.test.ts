import { addTask } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { taskCpuLimit } from "./task-cpu-limit.ts";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const of = (cpu?: string) => resource(TASK, { cpu, tags: { Service: "record-service" } });

export const mutant: Mutant = (graph) => addTask(graph, { cpu: "2048", memory: "4096" });

testRule(taskCpuLimit, {
  config: { maxCpuUnits: 1024 },
  passes: { "the limit itself": of("1024"), less: of("256") },
  fails: {
    "one size above": [
      of("2048"),
      /record-service \(TaskDefinition\): task CPU\n {2}got {5}"2048"\n {2}wanted {2}at most 1024 units/,
    ],
    "no size, where AWS would take none": [of(), /got {5}nothing/],
  },
  unknown: of(UNKNOWN),
  mutant,
});
