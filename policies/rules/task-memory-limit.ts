import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const taskMemoryLimit = resourceRule({
  id: "task-memory-limit",
  title: "A task has no more memory than the stack allows.",
  severity: "high",
  remediation: "Choose a smaller size in the catalog, or raise `maxMemoryMiB` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { maxMemoryMiB: amount(4096, "Most memory of one task, MiB") },
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }, { maxMemoryMiB }): Iterable<Finding> {
    const got = Number(props.memory);
    if (got <= maxMemoryMiB) return;
    const fix = "Choose a smaller size for the service in the catalog.";
    yield { what: "task memory", got: props.memory, wanted: `at most ${maxMemoryMiB} MiB`, fix };
  },
});
