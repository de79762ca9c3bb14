import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { nodePool } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { karpenterNodesExpire } from "./karpenter-nodes-expire.ts";

const after = (expireAfter?: string) => nodePool({ template: { spec: { expireAfter } } });

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:karpenter.sh/v1:NodePool", ({ spec }) => (spec.template.spec.expireAfter = "Never"));

testRule(karpenterNodesExpire, {
  config: { maxHours: 720 },
  passes: { "two weeks": after("336h"), "Karpenter's default": after(), "in several units": after("719h59m59s") },
  fails: {
    never: [after("Never"), /expireAfter\n {2}got {5}"Never"\n {2}wanted {2}at most 720h/],
    "a minute more": [after("720h1m"), /"720h1m"/],
  },
  unknown: after(UNKNOWN),
  mutant,
});
