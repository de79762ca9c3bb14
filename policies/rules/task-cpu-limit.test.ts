import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { taskCpuLimit } from "./task-cpu-limit.ts";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const of = (cpu?: string) => resource(TASK, { cpu, tags: { Service: "record-service" } });

/** Sixteen times the usual size, in a pair Fargate has; of a service whose tasks are all on demand at its base. */
export const mutant: Mutant = (graph) => edit(graph, TASK, (props) => (props.cpu = "4096"));

testRule(taskCpuLimit, {
  config: { maxCpuUnits: 1024 },
  passes: { "the limit itself": of("1024"), less: of("256") },
  fails: {
    "one size above": [
      of("2048"),
      /^A? ?.*record-service \(TaskDefinition\): task CPU\n {2}got {5}"2048"\n {2}wanted {2}at most 1024 units/s,
    ],
    "no size, where AWS would take none": [of(), /got {5}nothing/],
  },
  unknown: of(UNKNOWN),
  mutant,
});
