import { containersOf } from "../read/containers.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const containerLogsConfigured = resourceRule({
  id: "container-logs-configured",
  title: "Every container's output goes to a log.",
  severity: "high",
  remediation: "Give the container a logConfiguration: awslogs with a group, or awsfirelens.",
  controls: ["fsbp:ECS.9"],
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }): Iterable<Finding> {
    for (const { name, logConfiguration } of containersOf(props)) {
      const { logDriver: driver, options } = logConfiguration ?? {};
      if (driver === "awsfirelens" || (driver === "awslogs" && options?.["awslogs-group"] !== undefined)) continue;
      yield {
        what: `log of ${name}`,
        got: driver,
        wanted: "awslogs with a group, or awsfirelens",
        fix: "Configure a log.",
      };
    }
  },
});
