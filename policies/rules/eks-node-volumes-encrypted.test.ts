import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { nodeGroupWith, ofNodeGroup } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksNodeVolumesEncrypted } from "./eks-node-volumes-encrypted.ts";

const disk = (encrypted: unknown) =>
  nodeGroupWith({ blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted } }] });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "aws:ec2/launchTemplate:LaunchTemplate",
    (props) => (props.blockDeviceMappings[0].ebs.encrypted = "false"),
    ofNodeGroup(graph),
  );

testRule(eksNodeVolumesEncrypted, {
  passes: { encrypted: disk("true"), "as a boolean": disk(true) },
  fails: {
    plain: [disk("false"), /encryption of \/dev\/xvda\n {2}got {5}"false"/],
    "nothing said": [disk(undefined), /got {5}nothing/],
    "no disk named": [nodeGroupWith({}), /block device mappings/],
  },
  unknown: disk(UNKNOWN),
  mutant,
});
