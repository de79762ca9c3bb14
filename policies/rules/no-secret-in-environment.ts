import { containersOf } from "../read/containers.ts";
import { holdsSecret } from "../read/secrets.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const noSecretInEnvironment = resourceRule({
  id: "no-secret-in-environment",
  title: "No secret stands in plain environment variables.",
  severity: "critical",
  remediation:
    "Keep it in Secrets Manager and name it under `secrets` of the catalog entry; rotate it if it was deployed.",
  controls: ["fsbp:ECS.8"],
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }): Iterable<Finding> {
    for (const { name, environment = [] } of containersOf(props)) {
      for (const variable of environment) {
        if (!holdsSecret(variable.name, variable.value)) continue;
        // The value itself is never repeated: previews are kept and shared.
        const fix = "Move it to Secrets Manager.";
        yield { what: `environment of ${name}`, got: variable.name, wanted: "a reference under secrets", fix };
      }
    }
  },
});
