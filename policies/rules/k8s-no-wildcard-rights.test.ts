import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { role } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoWildcardRights } from "./k8s-no-wildcard-rights.ts";

export const mutant: Mutant = (graph) => void graph.push(role(["get"], ["*"]));

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
