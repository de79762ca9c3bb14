import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { nodePool } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { karpenterDrainEnds } from "./karpenter-drain-ends.ts";

const within = (terminationGracePeriod?: string) => nodePool({ template: { spec: { terminationGracePeriod } } });

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:karpenter.sh/v1:NodePool", ({ spec }) => delete spec.template.spec.terminationGracePeriod);

testRule(karpenterDrainEnds, {
  config: { maxHours: 1 },
  passes: { "half an hour": within("30m"), "an hour": within("1h") },
  fails: {
    "never, the default": [within(), /terminationGracePeriod\n {2}got {5}nothing/],
    longer: [within("61m"), /"61m"/],
  },
  unknown: within(UNKNOWN),
  mutant,
});
