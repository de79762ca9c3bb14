import type { AddonArgs } from "@pulumi/aws/eks/addon.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { Input } from "@pulumi/pulumi";
import { awsManagedPolicyArn, resourceTags } from "../../shared/index.ts";
import { podIdentityTrust } from "../shared/index.ts";
import type { EksClusterRecord } from "./args.ts";
import { SYSTEM_NODES } from "./node-group-resources.ts";
import { addOnVersion, type EksAddOnName } from "./versions.ts";

/** Add-ons that call AWS: their service account in kube-system and the policy AWS keeps for them. */
const IDENTITIES: Partial<Record<EksAddOnName, { readonly serviceAccount: string; readonly policy: string }>> = {
  "vpc-cni": { serviceAccount: "aws-node", policy: "AmazonEKS_CNI_Policy" },
  "aws-ebs-csi-driver": {
    serviceAccount: "ebs-csi-controller-sa",
    policy: "service-role/AmazonEBSCSIDriverPolicy",
  },
};

/** Role of an add-on's pods; null for one that calls nothing. */
export function addOnRole(
  record: EksClusterRecord,
  name: EksAddOnName,
): { readonly args: RoleArgs; readonly policyArn: string } | null {
  const identity = IDENTITIES[name];
  if (identity === undefined) return null;
  const account = { namespace: "kube-system", name: identity.serviceAccount };
  return {
    args: {
      description: `Add-on ${name} of ${record.clusterName}`,
      assumeRolePolicy: podIdentityTrust(record, account),
      tags: resourceTags(record.tags),
    },
    policyArn: awsManagedPolicyArn(record.region, identity.policy),
  };
}

export function addOnArgs(
  record: EksClusterRecord,
  name: EksAddOnName,
  wiring: { readonly clusterName: Input<string>; readonly roleArn: Input<string> | null },
): AddonArgs {
  const values = configuration(record, name);
  const serviceAccount = IDENTITIES[name]?.serviceAccount;
  return {
    clusterName: wiring.clusterName,
    addonName: name,
    addonVersion: addOnVersion(name, record.version),
    resolveConflictsOnCreate: "OVERWRITE",
    // This program owns the settings: what was changed by hand goes back.
    resolveConflictsOnUpdate: "OVERWRITE",
    ...(values === null ? {} : { configurationValues: JSON.stringify(values) }),
    ...(wiring.roleArn === null || serviceAccount === undefined
      ? {}
      : { podIdentityAssociations: [{ serviceAccount, roleArn: wiring.roleArn }] }),
    tags: resourceTags(record.tags),
  };
}

function configuration(record: EksClusterRecord, name: EksAddOnName): object | null {
  switch (name) {
    case "vpc-cni":
      // Without it a NetworkPolicy is accepted and does nothing.
      return { enableNetworkPolicy: "true" };
    case "coredns":
      return { nodeSelector: SYSTEM_NODES };
    case "aws-ebs-csi-driver":
      // Volumes that claims make are paid for like everything else.
      return { controller: { nodeSelector: SYSTEM_NODES, extraVolumeTags: resourceTags(record.tags) } };
    default:
      return null;
  }
}
