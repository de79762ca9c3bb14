import { mainContainer } from "../read/containers.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const containerHealthChecked = resourceRule({
  id: "container-health-checked",
  title: "The main container has a health check, so that a stuck task is replaced.",
  severity: "medium",
  remediation: "Give the container a `healthCheck` with a command.",
  controls: ["wa:reliability"],
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }): Iterable<Finding> {
    const container = mainContainer(props);
    if (container === undefined || (container.healthCheck?.command ?? []).length > 0) return;
    const what = `health check of ${container.name}`;
    yield { what, got: container.healthCheck, wanted: "a command", fix: "Add a healthCheck." };
  },
});
