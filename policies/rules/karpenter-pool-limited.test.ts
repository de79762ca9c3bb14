import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { nodePool } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { karpenterPoolLimited } from "./karpenter-pool-limited.ts";

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:karpenter.sh/v1:NodePool", ({ spec }) => delete spec.limits.memory);

testRule(karpenterPoolLimited, {
  passes: { both: nodePool({ limits: { cpu: "64", memory: "256Gi" } }) },
  fails: {
    none: [nodePool({}), /limits missing\n {2}got {5}\["cpu","memory"\]/],
    "CPU alone": [nodePool({ limits: { cpu: "64" } }), /\["memory"\]/],
  },
  unknown: nodePool({ limits: { cpu: UNKNOWN } }),
  mutant,
});
