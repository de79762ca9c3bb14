import type { AccessEntryArgs } from "@pulumi/aws/eks/accessEntry.js";
import type { AccessPolicyAssociationArgs } from "@pulumi/aws/eks/accessPolicyAssociation.js";
import type { Input } from "@pulumi/pulumi";
import { partition, resourceTags } from "../../shared/index.ts";
import type { AccessRecord, EksClusterRecord } from "./args.ts";

export function accessEntryArgs(
  record: EksClusterRecord,
  { principalArn }: AccessRecord,
  clusterName: Input<string>,
): AccessEntryArgs {
  return { clusterName, principalArn, type: "STANDARD", tags: resourceTags(record.tags) };
}

export function accessPolicyArgs(
  { region }: EksClusterRecord,
  { principalArn, policy }: AccessRecord,
  clusterName: Input<string>,
): AccessPolicyAssociationArgs {
  return {
    clusterName,
    principalArn,
    policyArn: `arn:${partition(region)}:eks::aws:cluster-access-policy/${policy}`,
    accessScope: { type: "cluster" },
  };
}
