import { PodIdentityAssociation, type PodIdentityAssociationArgs } from "@pulumi/aws/eks/podIdentityAssociation.js";
import { Role, type RoleArgs } from "@pulumi/aws/iam/role.js";
import { RolePolicy, type RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import type { Input, Resource } from "@pulumi/pulumi";
import {
  arnOf,
  child,
  type PolicyStatement,
  policyDocument,
  resourceTags,
  type Transforms,
} from "../../../shared/index.ts";
import { POD_IDENTITY_AGENT, podIdentityTrust } from "../../shared/index.ts";
import type { AddOnRecord } from "../common-args.ts";
import type { Scene } from "../foundation/add-on-base.ts";

/** The EKS cluster and its account. Plain, so that policies are known in a preview. */
export interface EksPlace {
  readonly clusterName: string;
  /** Twelve digits. */
  readonly accountId: string;
  readonly region: string;
}

/** The agent that pods fetch their credentials from, as an add-on's policies name it. */
export const AGENT = { peer: { cidrs: [POD_IDENTITY_AGENT.cidr] }, ports: [POD_IDENTITY_AGENT.port] } as const;

export interface PodIdentityChildren {
  identityRole: RoleArgs;
  identityPolicy: RolePolicyArgs;
  identityAssociation: PodIdentityAssociationArgs;
}

function trustOf({ namespace }: AddOnRecord, place: EksPlace, account: string): Input<string> {
  const clusterArn = arnOf(place, "eks", `cluster/${place.clusterName}`);
  return podIdentityTrust({ accountId: place.accountId, clusterArn }, { namespace, name: account });
}

/** A role that one service account of the add-on takes; pods that want it start after what is returned. */
export function makePodIdentity(
  scene: Scene & { readonly transform: Transforms<PodIdentityChildren> | undefined },
  place: EksPlace,
  account: string,
  statements: readonly PolicyStatement[],
): Resource[] {
  const { addOn, name, record, parent, transform } = scene;
  const tags = resourceTags(record.tags);
  const roleArgs = { description: `What ${addOn} may do`, assumeRolePolicy: trustOf(record, place, account), tags };
  const role = new Role(...child(transform?.identityRole, `${name}-identity`, roleArgs, { parent }));
  const policy = new RolePolicy(
    ...child(
      transform?.identityPolicy,
      `${name}-identity-policy`,
      { role: role.name, policy: policyDocument(statements) },
      { parent },
    ),
  );
  const association = { clusterName: place.clusterName, namespace: record.namespace, serviceAccount: account, tags };
  return [
    new PodIdentityAssociation(
      ...child(
        transform?.identityAssociation,
        `${name}-identity-association`,
        { ...association, roleArn: role.arn },
        { parent, dependsOn: [policy] },
      ),
    ),
  ];
}
