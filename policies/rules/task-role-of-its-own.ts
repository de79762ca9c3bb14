import { type Finding, resourceRule } from "../rule.ts";
import { readOr } from "../unknown.ts";

export const taskRoleOfItsOwn = resourceRule({
  id: "task-role-of-its-own",
  title: "The service's code has a role of its own, not the one that starts its tasks.",
  severity: "high",
  remediation: "Make two roles: execution (image, log, secrets) and task (what the code may do).",
  controls: ["wa:security"],
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }): Iterable<Finding> {
    // ARNs of roles not made yet are unknown in preview and differ; they are compared again in the update.
    const task = readOr(null, () => props.taskRoleArn);
    const execution = readOr(null, () => props.executionRoleArn);
    const fix = "Give the task a role of its own.";
    if (task === undefined) yield { what: "task role", got: undefined, wanted: "a role", fix };
    else if (task !== null && task === execution)
      yield { what: "task role", got: task, wanted: "a role other than the execution role", fix };
  },
});
