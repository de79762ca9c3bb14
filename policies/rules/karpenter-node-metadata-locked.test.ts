import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { nodeClass } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { karpenterNodeMetadataLocked } from "./karpenter-node-metadata-locked.ts";

const metadata = (httpTokens: string, httpPutResponseHopLimit: number) =>
  nodeClass({ metadataOptions: { httpTokens, httpPutResponseHopLimit } });

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass", ({ spec }) => {
    spec.metadataOptions.httpPutResponseHopLimit = 2;
  });

testRule(karpenterNodeMetadataLocked, {
  passes: { locked: metadata("required", 1) },
  fails: {
    "nothing said": [nodeClass({}), /metadata tokens[\s\S]*metadata hop limit/],
    "without tokens": [metadata("optional", 1), /got {5}"optional"/],
    "two hops": [metadata("required", 2), /got {5}2/],
  },
  unknown: metadata(UNKNOWN, 1),
  mutant,
});
