import { EKS_CLUSTER } from "../read/eks.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const eksCreatorNotAdmin = resourceRule({
  id: "eks-creator-not-admin",
  title: "Whoever makes the cluster is no administrator by that: administrators are named.",
  severity: "medium",
  remediation: "Set bootstrapClusterCreatorAdminPermissions to false and name the role that runs Pulumi.",
  controls: ["cis-eks:4.1.1", "nsa:authentication"],
  types: [EKS_CLUSTER],
  *check({ props }): Iterable<Finding> {
    const got = props.accessConfig?.bootstrapClusterCreatorAdminPermissions;
    if (got === false) return;
    const what = "bootstrapClusterCreatorAdminPermissions";
    yield { what, got, wanted: "false", fix: "Set it to false in accessConfig." };
  },
});
