import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksNodesArm64 } from "./eks-nodes-arm64.ts";

const GROUP = "aws:eks/nodeGroup:NodeGroup";
const group = (amiType?: string) => resource(GROUP, { amiType });

export const mutant: Mutant = (graph) => edit(graph, GROUP, (props) => (props.amiType = "BOTTLEROCKET_x86_64"));

testRule(eksNodesArm64, {
  passes: { Bottlerocket: group("BOTTLEROCKET_ARM_64"), "Amazon Linux": group("AL2023_ARM_64_STANDARD") },
  fails: { x86: [group("BOTTLEROCKET_x86_64"), /"BOTTLEROCKET_x86_64"/], "AWS's default": [group(), /got {5}nothing/] },
  unknown: group(UNKNOWN),
  mutant,
});
