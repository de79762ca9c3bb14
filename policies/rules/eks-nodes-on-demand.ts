import { EKS_NODE_GROUP } from "../read/eks.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const eksNodesOnDemand = resourceRule({
  id: "eks-nodes-on-demand",
  title: "Managed nodes are on demand: they hold DNS and Karpenter, which must outlive every Spot node.",
  severity: "high",
  remediation: "Leave capacityType at ON_DEMAND; Spot nodes are Karpenter's.",
  controls: ["wa:reliability"],
  types: [EKS_NODE_GROUP],
  *check({ props }): Iterable<Finding> {
    const got = props.capacityType ?? "ON_DEMAND";
    if (got === "ON_DEMAND") return;
    yield { what: "capacity type", got, wanted: "ON_DEMAND", fix: "Set capacityType to ON_DEMAND." };
  },
});
