import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { role } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sSecretsReadNarrow } from "./k8s-secrets-read-narrow.ts";

export const mutant: Mutant = (graph) => void graph.push(role(["list"], ["secrets"]));

testRule(k8sSecretsReadNarrow, {
  config: { exempt: ["external-secrets"] },
  passes: {
    "other things": role(["get"], ["configmaps"]),
    "to write only": role(["create"], ["secrets"]),
    exempt: role(["get"], ["secrets"], "external-secrets"),
  },
  fails: {
    "all of them": [role(["get", "list"], ["pods", "secrets"]), /"get, list on pods, secrets"/],
    "by all verbs": [role(["*"], ["secrets"]), /one namespace, or by name/],
  },
  unknown: role([UNKNOWN], ["secrets"]),
  mutant,
});
