import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksNodesNoRemoteAccess } from "./eks-nodes-no-remote-access.ts";

const GROUP = "aws:eks/nodeGroup:NodeGroup";
const group = (props: object) => resource(GROUP, { ...props });

export const mutant: Mutant = (graph) => edit(graph, GROUP, (props) => (props.remoteAccess = { ec2SshKey: "ops" }));

testRule(eksNodesNoRemoteAccess, {
  passes: { none: group({}) },
  fails: { "a key": [group({ remoteAccess: { ec2SshKey: "ops" } }), /remote access\n {2}got {5}"ops"/] },
  unknown: group({ remoteAccess: UNKNOWN }),
  mutant,
});
