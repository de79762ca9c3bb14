import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import { arnOf, resourceTags } from "../../shared/index.ts";
import { podIdentityTrust } from "../shared/index.ts";
import type { IdentityArgs } from "./identity-args.ts";
import type { WorkloadRecord } from "./record.ts";

/** A role that EKS hands to this ServiceAccount of this namespace of this cluster, and to nothing else. */
export function roleArgs({ service, namespace, tags }: WorkloadRecord, identity: IdentityArgs): RoleArgs {
  const { accountId, clusterName } = identity;
  const clusterArn = arnOf(identity, "eks", `cluster/${clusterName}`);
  return {
    description: `What pods of ${service} may do`,
    assumeRolePolicy: podIdentityTrust({ accountId, clusterArn }, { namespace, name: service }),
    tags: resourceTags(tags),
  };
}
