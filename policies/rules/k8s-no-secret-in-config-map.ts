import { holdsSecret } from "../read/secrets.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { readOr } from "../unknown.ts";

export const k8sNoSecretInConfigMap = resourceRule({
  id: "k8s-no-secret-in-config-map",
  title: "No ConfigMap holds a secret: everyone who may look at the namespace reads it.",
  severity: "high",
  remediation: "Move the entry to Secrets Manager and bring it by an ExternalSecret.",
  controls: ["cis-k8s:5.4.2", "nsa:authentication"],
  types: ["kubernetes:core/v1:ConfigMap"],
  *check({ props }): Iterable<Finding> {
    const { data = {} } = props as { readonly data?: Readonly<Record<string, string>> };
    for (const key of Object.keys(data)) {
      if (!holdsSecret(key, readOr("", () => data[key]) ?? "")) continue;
      yield { what: "entry of a ConfigMap", got: key, wanted: "nothing secret", fix: "Move it to Secrets Manager." };
    }
  },
});
