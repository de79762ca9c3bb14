import { EKS_NODE_GROUP } from "../read/eks.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const eksNodesNoRemoteAccess = resourceRule({
  id: "eks-nodes-no-remote-access",
  title: "Nobody logs in to a managed node by SSH.",
  severity: "high",
  remediation: "Remove remoteAccess; look at a node by `kubectl debug`, or through Systems Manager.",
  controls: ["wa:security", "nsa:authentication"],
  types: [EKS_NODE_GROUP],
  *check({ props }): Iterable<Finding> {
    const got = props.remoteAccess;
    if (got === undefined) return;
    yield { what: "remote access", got: got.ec2SshKey, wanted: "none", fix: "Remove remoteAccess." };
  },
});
