import { fargateMemoryMiB, isFargatePair } from "@pyairtable/aws-facts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";

export const fargateSizeExists = resourceRule({
  id: "fargate-size-exists",
  title: "CPU and memory of a Fargate task are a pair that Fargate has.",
  severity: "medium",
  remediation: "Take one of the memory sizes that go with the CPU size.",
  controls: ["wa:reliability"],
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  check({ props }) {
    if (!(props.requiresCompatibilities ?? []).includes("FARGATE"))
      return notApplicable("the task does not run on Fargate");
    const [cpuUnits, memoryMiB] = [Number(props.cpu), Number(props.memory)];
    if (isFargatePair(cpuUnits, memoryMiB)) return [];
    const sizes = fargateMemoryMiB(cpuUnits);
    const wanted =
      sizes.length === 0 ? "256, 512, 1024, … CPU units" : `${sizes[0]} to ${sizes.at(-1)} MiB with ${cpuUnits} units`;
    const finding: Finding = {
      what: "task size",
      got: `${props.cpu}/${props.memory}`,
      wanted,
      fix: "Choose a size of the catalog's table.",
    };
    return [finding];
  },
});
