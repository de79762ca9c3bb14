import { EKS_NODE_GROUP } from "../read/eks.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const eksNodesHaveLaunchTemplate = resourceRule({
  id: "eks-nodes-have-launch-template",
  title: "Node groups use a launch template: metadata, disks and cost tags of nodes are set nowhere else.",
  severity: "medium",
  remediation: "Give the node group a launchTemplate.",
  controls: ["wa:security", "wa:cost"],
  types: [EKS_NODE_GROUP],
  *check({ props }): Iterable<Finding> {
    if (props.launchTemplate !== undefined) return;
    yield { what: "launch template", got: undefined, wanted: "one", fix: "Set launchTemplate." };
  },
});
