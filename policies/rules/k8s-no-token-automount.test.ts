import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editPod, podWith, servicePodWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoTokenAutomount } from "./k8s-no-token-automount.ts";

export const mutant: Mutant = (graph) => editPod(graph, (pod) => (pod.automountServiceAccountToken = true));

testRule(k8sNoTokenAutomount, {
  passes: { "no token": servicePodWith({ automountServiceAccountToken: false }), "a controller's pod": podWith({}) },
  fails: {
    "nothing said": [servicePodWith({}), /record-service[\s\S]*got {5}nothing/],
    "a token": [servicePodWith({ automountServiceAccountToken: true }), /got {5}true/],
  },
  unknown: servicePodWith({ automountServiceAccountToken: UNKNOWN }),
  mutant,
});
