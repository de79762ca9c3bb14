import type { Mutant } from "../testing/captured.ts";
import { object, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sWorkloadKindAllowed } from "./k8s-workload-kind-allowed.ts";

export const mutant: Mutant = (graph) => void graph.push(object("kubernetes:core/v1:Pod", "debug"));

testRule(k8sWorkloadKindAllowed, {
  passes: {
    "a Deployment": podWith({}),
    "a budget, whose kind has Pod in it": object("kubernetes:policy/v1:PodDisruptionBudget", "a"),
  },
  fails: {
    "a bare pod": [object("kubernetes:core/v1:Pod", "a"), /kind\n {2}got {5}"kubernetes:core\/v1:Pod"/],
    "a replica set": [object("kubernetes:apps/v1:ReplicaSet", "a"), /ReplicaSet/],
    "a patch": [object("kubernetes:apps/v1:DeploymentPatch", "a"), /DeploymentPatch/],
    "a list": [object("kubernetes:core/v1:PodList", "a"), /PodList/],
  },
  mutant,
});
