import { containerRule } from "../pod-rule.ts";
import { holdsSecret } from "../read/secrets.ts";
import { readOr } from "../unknown.ts";

export const k8sNoSecretInEnvironment = containerRule({
  id: "k8s-no-secret-in-environment",
  title: "No secret stands in plain environment variables of a pod.",
  severity: "critical",
  remediation:
    "Name it under `secrets` of the catalog entry: an ExternalSecret brings it; rotate it if it was deployed.",
  controls: ["cis-k8s:5.4.2", "cis-eks:4.4.2", "nsa:authentication"],
  *check({ spec, title }) {
    for (const variable of spec.env ?? []) {
      // A value not known yet is another resource's output; its name still tells.
      const value = readOr("", () => variable.value) ?? "";
      if (variable.valueFrom !== undefined || !holdsSecret(variable.name, value)) continue;
      // The value itself is never repeated: previews are kept and shared.
      const fix = "Move it to Secrets Manager.";
      yield { what: `environment of ${title}`, got: variable.name, wanted: "a reference to a Secret", fix };
    }
  },
});
