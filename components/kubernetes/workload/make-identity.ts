import { PodIdentityAssociation } from "@pulumi/aws/eks/podIdentityAssociation.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import type { Resource } from "@pulumi/pulumi";
import { autonamed, child, policyDocument, resourceTags } from "../../shared/index.ts";
import { roleArgs } from "./identity.ts";
import type { WorkloadSite } from "./site.ts";

export interface WorkloadIdentity {
  readonly role: Role;
  /** Must be there before the first pod: credentials are put into a pod when it is made. */
  readonly grants: readonly Resource[];
}

/** The AWS role of the pods; null where they need none. */
export function makeIdentity({ name, record, transform, opts }: WorkloadSite): WorkloadIdentity | null {
  const { identity, namespace, service, tags } = record;
  if (identity === null) return null;
  const own = { parent: opts.parent };
  const role = new Role(
    ...child(transform?.role, autonamed("iam-role", `${name}-pods`), roleArgs(record, identity), own),
  );
  const policy = { role: role.name, policy: policyDocument(identity.statements) };
  const grant = new RolePolicy(...child(transform?.rolePolicy, `${name}-pods-policy`, policy, own));
  const association = {
    clusterName: identity.clusterName,
    namespace,
    serviceAccount: service,
    roleArn: role.arn,
    tags: resourceTags(tags),
  };
  // Names the cluster in plain text, so nothing else would make it wait for one.
  const bound = new PodIdentityAssociation(
    ...child(transform?.identityAssociation, `${name}-pod-identity`, association, opts),
  );
  return { role, grants: [grant, bound] };
}
