import { EKS_CLUSTER } from "../read/eks.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const eksSupportStandard = resourceRule({
  id: "eks-support-standard",
  title: "The cluster never slides into extended support, at six times the price of an hour.",
  severity: "medium",
  remediation: "Set upgradePolicy.supportType to STANDARD and upgrade once a year.",
  controls: ["wa:cost", "nsa:upgrading"],
  types: [EKS_CLUSTER],
  *check({ props }): Iterable<Finding> {
    // AWS's default is EXTENDED.
    const got = props.upgradePolicy?.supportType;
    if (got === "STANDARD") return;
    yield { what: "support type", got, wanted: "STANDARD", fix: "Set upgradePolicy.supportType." };
  },
});
