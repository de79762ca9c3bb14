import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { role } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoWildcardRights } from "./k8s-no-wildcard-rights.ts";

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", (props) =>
    props.rules.push({ apiGroups: ["apps"], resources: ["*"], verbs: ["get"] }),
  );

testRule(k8sNoWildcardRights, {
  config: { exempt: ["gitops"] },
  passes: {
    listed: role(["get", "list"], ["pods"]),
    "a sub-resource of all": role(["get"], ["*/scale"]),
    exempt: role(["*"], ["*"], "gitops"),
  },
  fails: {
    "all verbs": [role(["*"], ["pods"]), /rights\n {2}got {5}"\* on pods"/],
    "all resources": [role(["get"], ["*"]), /"get on \*"/],
  },
  unknown: role([UNKNOWN], ["pods"]),
  mutant,
});
