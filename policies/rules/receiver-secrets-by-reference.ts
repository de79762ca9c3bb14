import { ALERTING_TYPES, alertingOf, inlineSecrets } from "../read/monitoring/alerting.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const receiverSecretsByReference = resourceRule({
  id: "receiver-secrets-by-reference",
  title: "Alertmanager's receivers read their secrets from files, never from the configuration.",
  severity: "critical",
  remediation: "Store the secret and give its name in `monitoring.alerting`; revoke what was written down.",
  controls: ["fsbp:ECS.8", "wa:security"],
  types: ALERTING_TYPES,
  *check({ type, props }): Iterable<Finding> {
    // The value itself is never repeated: previews are kept and shared.
    for (const path of inlineSecrets(alertingOf(type, props)))
      yield { what: "secret of a receiver", got: path, wanted: "a file, by a key that ends in _file", fix: "Name it." };
  },
});
