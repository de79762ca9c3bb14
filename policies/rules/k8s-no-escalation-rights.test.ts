import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { role } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoEscalationRights } from "./k8s-no-escalation-rights.ts";

export const mutant: Mutant = (graph) => void graph.push(role(["impersonate"], ["users"]));

testRule(k8sNoEscalationRights, {
  config: { exempt: ["token-issuer"] },
  passes: {
    "to look": role(["get", "list", "watch"], ["pods"]),
    exempt: role(["create"], ["serviceaccounts/token"], "token-issuer"),
  },
  fails: {
    impersonation: [role(["impersonate"], ["users"]), /"impersonate on users"/],
    "a shell": [role(["create"], ["pods/exec"]), /pods\/exec/],
    "a token": [role(["create"], ["serviceaccounts/token"]), /none of bind/],
  },
  unknown: role([UNKNOWN], ["pods"]),
  mutant,
});
