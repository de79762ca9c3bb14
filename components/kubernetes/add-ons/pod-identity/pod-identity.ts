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
import { podIdentityTrust } from "../../eks/trust.ts";
import type { AddOnRecord } from "../common-args.ts";
import type { Scene } from "../foundation/add-on-base.ts";

/** The EKS cluster and its account. Plain, so that policies are known in a preview. */
export interface EksPlace {
  readonly clusterName: string;
  /** Twelve digits. */
  readonly accountId: string;
  readonly region: string;
}

/** Link-local address where pods fetch their credentials; EKS user guide, Pod Identity considerations, read 2026-11. */
export const POD_IDENTITY_AGENT = { peer: { cidrs: ["169.254.170.23/32"] }, ports: [80] } as const;

export interface PodIdentityChildren {
  identityRole: RoleArgs;
  identityPolicy: RolePolicyArgs;
  identityAssociation: PodIdentityAssociationArgs;
}

export function trustOf(record: AddOnRecord, place: EksPlace, account: string): Input<string> {
  const { tags, namespace } = record;
  const clusterArn = arnOf(place, "eks", `cluster/${place.clusterName}`);
  const where = { ...place, project: tags.Project, environment: tags.Environment, tags, clusterArn };
  return podIdentityTrust(where, { namespace, name: account });
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
