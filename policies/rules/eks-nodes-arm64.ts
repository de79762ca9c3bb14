import { EKS_NODE_GROUP } from "../read/eks.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const eksNodesArm64 = resourceRule({
  id: "eks-nodes-arm64",
  title: "Managed nodes are ARM64, a fifth cheaper for the same work.",
  severity: "low",
  remediation: "Take a Graviton instance type and an ARM_64 image.",
  controls: ["wa:cost"],
  types: [EKS_NODE_GROUP],
  *check({ props }): Iterable<Finding> {
    const got = props.amiType;
    if (/ARM_64/.test(got ?? "")) return;
    yield { what: "image type", got, wanted: "one of ARM_64", fix: "Set amiType, such as BOTTLEROCKET_ARM_64." };
  },
});
