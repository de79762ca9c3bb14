import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { nodeClass } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { karpenterNodeImagePinned } from "./karpenter-node-image-pinned.ts";

const images = (...amiSelectorTerms: object[]) => nodeClass({ amiSelectorTerms });

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass", ({ spec }) => {
    spec.amiSelectorTerms = [{ alias: "bottlerocket@latest" }];
  });

testRule(karpenterNodeImagePinned, {
  passes: {
    "an alias": images({ alias: "bottlerocket@v1.51.0" }),
    "a dated one": images({ alias: "al2023@v20260101" }),
    "an id": images({ id: "ami-0123456789abcdef0" }),
  },
  fails: {
    "the newest": [images({ alias: "bottlerocket@latest" }), /node image\n {2}got {5}"bottlerocket@latest"/],
    "by a tag": [images({ tags: { team: "a" } }), /got {5}nothing/],
  },
  unknown: images({ alias: UNKNOWN }),
  mutant,
});
