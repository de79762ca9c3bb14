import { EKS_CLUSTER } from "../read/eks.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { flag } from "../settings.ts";

export const eksDeletionProtected = resourceRule({
  id: "eks-deletion-protected",
  title: "The cluster can't be deleted by accident.",
  severity: "high",
  remediation: "Set deletionProtection; turn it off in an update of its own before the cluster goes.",
  controls: ["wa:reliability"],
  config: { required: flag(true, "Whether it must be on") },
  types: [EKS_CLUSTER],
  check({ props }, { required }) {
    if (!required) return notApplicable("not required in this stack");
    const got = props.deletionProtection;
    if (got === true) return [];
    const finding: Finding = { what: "deletionProtection", got, wanted: "true", fix: "Set deletionProtection." };
    return [finding];
  },
});
