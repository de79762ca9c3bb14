import type { Input } from "@pulumi/pulumi";
import { policyDocument } from "../../shared/index.ts";

/**
 * Where pods fetch their credentials: the agent's link-local address, which a default-deny policy closes.
 * Source: Amazon EKS user guide, "Learn how EKS Pod Identity grants pods access" (considerations), read 2026-11.
 */
export const POD_IDENTITY_AGENT = { cidr: "169.254.170.23/32", port: 80 } as const;

/** The cluster whose pods may take a role. Plain. */
export interface PodIdentityPlace {
  /** Twelve digits. */
  readonly accountId: string;
  readonly clusterArn: string;
}

/** A service account, the only one that gets a role. */
export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

/** Trust of a role that pods take by EKS Pod Identity: one service account of one cluster, by its session tags. */
export function podIdentityTrust(place: PodIdentityPlace, account: ServiceAccount): Input<string> {
  return policyDocument([
    {
      sid: "PodIdentity",
      principals: { service: ["pods.eks.amazonaws.com"] },
      // Tagging the session is how EKS says which pod asks.
      actions: ["sts:AssumeRole", "sts:TagSession"],
      resources: [],
      conditions: {
        StringEquals: {
          "aws:SourceAccount": place.accountId,
          "aws:RequestTag/eks-cluster-arn": place.clusterArn,
          "aws:RequestTag/kubernetes-namespace": account.namespace,
          "aws:RequestTag/kubernetes-service-account": account.name,
        },
      },
    },
  ]);
}
