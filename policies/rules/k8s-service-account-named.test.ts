import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editPod, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sServiceAccountNamed } from "./k8s-service-account-named.ts";

export const mutant: Mutant = (graph) => editPod(graph, (pod) => delete pod.serviceAccountName);

testRule(k8sServiceAccountNamed, {
  passes: { "its own": podWith({ serviceAccountName: "api" }) },
  fails: {
    none: [podWith({}), /service account\n {2}got {5}nothing/],
    "the default one": [podWith({ serviceAccountName: "default" }), /got {5}"default"/],
  },
  unknown: podWith({ serviceAccountName: UNKNOWN }),
  mutant,
});
