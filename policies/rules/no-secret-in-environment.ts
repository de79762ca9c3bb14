import { containersOf } from "../read/containers.ts";
import { type Finding, resourceRule } from "../rule.ts";

const SECRET_NAME = /(^|_)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)$/i;
/** Access key ids, PEM keys, passwords inside a URL, tokens by their published prefixes. */
const SECRET_VALUE =
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|:\/\/[^/\s:@]+:[^/\s@]+@|\bgh[pousr]_\w{36}|\bsk_live_\w{16}/;

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
        if (!SECRET_NAME.test(variable.name) && !SECRET_VALUE.test(variable.value)) continue;
        // The value itself is never repeated: previews are kept and shared.
        const fix = "Move it to Secrets Manager.";
        yield { what: `environment of ${name}`, got: variable.name, wanted: "a reference under secrets", fix };
      }
    }
  },
});
