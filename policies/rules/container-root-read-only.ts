import { containersOf } from "../read/containers.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const containerRootReadOnly = resourceRule({
  id: "container-root-read-only",
  title: "Containers can't write to their root file system.",
  severity: "high",
  remediation: "Set `readonlyRootFilesystem: true` and mount a volume where the program writes.",
  controls: ["fsbp:ECS.5"],
  config: { exempt: texts([], "Names of containers that may write") },
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }, { exempt }): Iterable<Finding> {
    for (const { name, readonlyRootFilesystem: got } of containersOf(props)) {
      if (got === true || exempt.includes(name)) continue;
      yield { what: `readonlyRootFilesystem of ${name}`, got, wanted: "true", fix: "Make it read-only; mount /tmp." };
    }
  },
});
