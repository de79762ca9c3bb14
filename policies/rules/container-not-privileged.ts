import { containersOf } from "../read/containers.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const containerNotPrivileged = resourceRule({
  id: "container-not-privileged",
  title: "No container is privileged or adds Linux capabilities.",
  severity: "critical",
  remediation: "Drop all capabilities; SYS_PTRACE for debugging belongs to a task of its own.",
  controls: ["fsbp:ECS.4"],
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }): Iterable<Finding> {
    for (const { name, privileged, linuxParameters } of containersOf(props)) {
      const added = linuxParameters?.capabilities?.add ?? [];
      if (privileged === true)
        yield { what: `privileged of ${name}`, got: true, wanted: "false", fix: "Remove privileged." };
      if (added.length > 0)
        yield { what: `capabilities of ${name}`, got: added, wanted: "none added", fix: "Remove them." };
    }
  },
});
