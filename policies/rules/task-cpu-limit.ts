import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const taskCpuLimit = resourceRule({
  id: "task-cpu-limit",
  title: "A task has no more CPU than the stack allows.",
  severity: "high",
  remediation: "Choose a smaller size in the catalog, or raise `maxCpuUnits` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { maxCpuUnits: amount(1024, "Most CPU of one task, units; 1024 is one vCPU") },
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }, { maxCpuUnits }): Iterable<Finding> {
    const got = Number(props.cpu);
    if (got <= maxCpuUnits) return;
    const fix = "Choose a smaller size for the service in the catalog.";
    yield { what: "task CPU", got: props.cpu, wanted: `at most ${maxCpuUnits} units`, fix };
  },
});
