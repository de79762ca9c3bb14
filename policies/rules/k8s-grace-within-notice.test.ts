import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editPod, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sGraceWithinNotice } from "./k8s-grace-within-notice.ts";

const LABEL = "karpenter.sh/capacity-type";
const term = (values: string[]) => ({ matchExpressions: [{ key: LABEL, operator: "In", values }] });
const required = (...nodeSelectorTerms: object[]) =>
  podWith({
    terminationGracePeriodSeconds: 300,
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
  });

export const mutant: Mutant = (graph) =>
  editPod(graph, (pod) => (pod.terminationGracePeriodSeconds = 600), "import-worker");

testRule(k8sGraceWithinNotice, {
  config: { maxSeconds: 110 },
  passes: {
    "within the notice": podWith({ terminationGracePeriodSeconds: 110 }),
    "the API's default": podWith({}),
    "selected to on demand": podWith({ terminationGracePeriodSeconds: 300, nodeSelector: { [LABEL]: "on-demand" } }),
    "bound to on demand": required(term(["on-demand"])),
  },
  fails: {
    longer: [podWith({ terminationGracePeriodSeconds: 111 }), /got {5}111\n {2}wanted {2}at most 110 s/],
    "bound to either": [required(term(["on-demand", "spot"])), /300/],
    "an alternative without": [required(term(["on-demand"]), { matchExpressions: [] }), /300/],
  },
  unknown: podWith({ terminationGracePeriodSeconds: UNKNOWN }),
  mutant,
});
