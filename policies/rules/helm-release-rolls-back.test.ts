import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { release } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { helmReleaseRollsBack } from "./helm-release-rolls-back.ts";

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:helm.sh/v3:Release", (props) => (props.atomic = false));

testRule(helmReleaseRollsBack, {
  passes: { atomic: release({ atomic: true }) },
  fails: {
    "Helm's default": [release({}), /atomic of chart karpenter\n {2}got {5}nothing/],
    "without waiting": [release({ atomic: true, skipAwait: true }), /skipAwait of chart karpenter/],
  },
  unknown: release({ atomic: UNKNOWN }),
  mutant,
});
