import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { object } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoClusterAdmin } from "./k8s-no-cluster-admin.ts";

const binding = (role: string, subject = "team-records", name = "owners") =>
  object("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", name, {
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: role },
    subjects: [{ kind: "Group", name: subject }],
  });

export const mutant: Mutant = (graph) => void graph.push(binding("cluster-admin"));

testRule(k8sNoClusterAdmin, {
  config: { exempt: ["break-glass"] },
  passes: { "to look": binding("view"), exempt: binding("cluster-admin", "oncall", "break-glass") },
  fails: {
    "cluster-admin": [binding("cluster-admin"), /bound role\n {2}got {5}"cluster-admin"/],
    "everyone who logged in": [
      binding("view", "system:authenticated"),
      /subjects\n {2}got {5}\["system:authenticated"\]/,
    ],
    "all service accounts": [binding("view", "system:serviceaccounts"), /named people or accounts/],
  },
  unknown: binding(UNKNOWN),
  mutant,
});
