import { type Finding, resourceRule } from "../rule.ts";
import { flag } from "../settings.ts";

export const execOff = resourceRule({
  id: "exec-off",
  title: "Nobody can open a shell in a task, unless the stack allows it.",
  severity: "high",
  remediation: "Turn ECS Exec off, or set `allowed` in the stack's limits file for as long as it is needed.",
  controls: ["wa:security"],
  config: { allowed: flag(false, "Whether ECS Exec may be on") },
  types: ["aws:ecs/service:Service"],
  *check({ props }, { allowed }): Iterable<Finding> {
    if (allowed || props.enableExecuteCommand !== true) return;
    yield { what: "ECS Exec", got: true, wanted: "off", fix: "Remove exec from the service." };
  },
});
