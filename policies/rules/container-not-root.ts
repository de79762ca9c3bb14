import { containersOf } from "../read/containers.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const containerNotRoot = resourceRule({
  id: "container-not-root",
  title: "No container runs as root.",
  severity: "high",
  remediation: "State a numeric user other than 0, such as 10001:10001.",
  controls: ["fsbp:ECS.20"],
  config: { exempt: texts([], "Names of containers that may run as root") },
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }, { exempt }): Iterable<Finding> {
    for (const { name, user } of containersOf(props)) {
      if (exempt.includes(name)) continue;
      if (user !== undefined && !/^(0|root)(:|$)/.test(user) && user !== "") continue;
      const got = user ?? "the image's user";
      yield { what: `user of ${name}`, got, wanted: "a user other than root", fix: "Set user to 10001:10001." };
    }
  },
});
