import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { fixtureTags } from "../testing/fixture-tags.ts";
import { nodeClass } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { karpenterNodesTagged } from "./karpenter-nodes-tagged.ts";

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass", ({ spec }) => delete spec.tags.CostCenter);

testRule(karpenterNodesTagged, {
  passes: { "all six": nodeClass({ tags: fixtureTags() }) },
  fails: {
    none: [nodeClass({}), /cost tags missing\n {2}got {5}\["Project"/],
    "one empty": [nodeClass({ tags: { ...fixtureTags(), Owner: "" } }), /\["Owner"\]/],
  },
  unknown: nodeClass({ tags: { ...fixtureTags(), Owner: UNKNOWN } }),
  mutant,
});
