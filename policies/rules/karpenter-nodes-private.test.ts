import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { nodeClass } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { karpenterNodesPrivate } from "./karpenter-nodes-private.ts";

const address = (associatePublicIPAddress: unknown) => nodeClass({ associatePublicIPAddress });

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass", ({ spec }) => delete spec.associatePublicIPAddress);

testRule(karpenterNodesPrivate, {
  passes: { private: address(false) },
  fails: { "as the subnet says": [nodeClass({}), /got {5}nothing/], public: [address(true), /got {5}true/] },
  unknown: address(UNKNOWN),
  mutant,
});
