import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { nodeClass } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { karpenterNodeVolumesEncrypted } from "./karpenter-node-volumes-encrypted.ts";

const disk = (encrypted?: unknown) =>
  nodeClass({ blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted } }] });

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass", ({ spec }) => {
    spec.blockDeviceMappings[0].ebs.encrypted = false;
  });

testRule(karpenterNodeVolumesEncrypted, {
  passes: { encrypted: disk(true) },
  fails: {
    plain: [disk(false), /encryption of \/dev\/xvda\n {2}got {5}false/],
    "nothing said": [disk(), /got {5}nothing/],
    "no disk named": [nodeClass({}), /block device mappings/],
  },
  unknown: disk(UNKNOWN),
  mutant,
});
