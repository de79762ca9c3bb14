import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import { arnOf, policyDocument, resourceTags } from "../../shared/index.ts";
import type { IdentityArgs } from "./identity-args.ts";
import type { WorkloadRecord } from "./record.ts";

/**
 * Where pods fetch their credentials: the agent's link-local address, which a default-deny policy closes.
 * Source: Amazon EKS user guide, "Learn how EKS Pod Identity grants pods access" (considerations), read 2026-11.
 */
export const POD_IDENTITY_AGENT = { cidr: "169.254.170.23/32", port: 80 } as const;

/** A role that EKS hands to this ServiceAccount of this namespace of this cluster, and to nothing else. */
export function roleArgs({ service, namespace, tags }: WorkloadRecord, identity: IdentityArgs): RoleArgs {
  const { accountId, clusterName } = identity;
  return {
    description: `What pods of ${service} may do`,
    assumeRolePolicy: policyDocument([
      {
        sid: "PodIdentity",
        principals: { service: ["pods.eks.amazonaws.com"] },
        // Tagging the session is how EKS says which pod asks.
        actions: ["sts:AssumeRole", "sts:TagSession"],
        resources: [],
        conditions: {
          StringEquals: {
            "aws:SourceAccount": accountId,
            "aws:RequestTag/eks-cluster-arn": arnOf(identity, "eks", `cluster/${clusterName}`),
            "aws:RequestTag/kubernetes-namespace": namespace,
            "aws:RequestTag/kubernetes-service-account": service,
          },
        },
      },
    ]),
    tags: resourceTags(tags),
  };
}
