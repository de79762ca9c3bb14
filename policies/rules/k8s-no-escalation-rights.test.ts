import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { role } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoEscalationRights } from "./k8s-no-escalation-rights.ts";

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", (props) =>
    props.rules.push({ apiGroups: [""], resources: ["users"], verbs: ["impersonate"] }),
  );

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
