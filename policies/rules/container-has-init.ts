import { containersOf } from "../read/containers.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const containerHasInit = resourceRule({
  id: "container-has-init",
  title: "PID 1 is an init that passes SIGTERM on, so that draining starts.",
  severity: "high",
  remediation: "Set `linuxParameters.initProcessEnabled: true`.",
  controls: ["wa:reliability"],
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }): Iterable<Finding> {
    for (const { name, linuxParameters } of containersOf(props)) {
      const got = linuxParameters?.initProcessEnabled;
      if (got === true) continue;
      yield { what: `init process of ${name}`, got, wanted: "true", fix: "Set linuxParameters.initProcessEnabled." };
    }
  },
});
