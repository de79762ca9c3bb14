import type { Input } from "@pulumi/pulumi";
import { policyDocument } from "../../shared/index.ts";
import type { PlaceRecord } from "./args.ts";

/** A service account, the only one that gets a role. */
export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

/** Trust of a role that pods take by EKS Pod Identity: one service account of one cluster, by its session tags. */
export function podIdentityTrust(place: PlaceRecord, account: ServiceAccount): Input<string> {
  return policyDocument([
    {
      sid: "PodIdentity",
      principals: { service: ["pods.eks.amazonaws.com"] },
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
