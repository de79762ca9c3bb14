import { addTask } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { fargateSizeExists } from "./fargate-size-exists.ts";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const of = (cpu: string, memory: string, on = "FARGATE") =>
  resource(TASK, { cpu, memory, requiresCompatibilities: [on] });

export const mutant: Mutant = (graph) => addTask(graph, { cpu: "256", memory: "4096" });

testRule(fargateSizeExists, {
  passes: { "a pair": of("256", "512"), "EC2, where any pair goes": of("300", "700", "EC2") },
  fails: {
    "memory the CPU lacks": [of("256", "4096"), /256\/4096[\s\S]*512 to 2048 MiB with 256 units/],
    "a CPU that Fargate lacks": [of("300", "512"), /CPU units/],
  },
  unknown: of(UNKNOWN, "512"),
  mutant,
});
