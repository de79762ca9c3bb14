import { AccessEntry } from "@pulumi/aws/eks/accessEntry.js";
import { PodIdentityAssociation } from "@pulumi/aws/eks/podIdentityAssociation.js";
import { InstanceProfile } from "@pulumi/aws/iam/instanceProfile.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type { Output, Resource } from "@pulumi/pulumi";
import { autonamed, child, policyDocument, resourceTags } from "../../../shared/index.ts";
import { podIdentityTrust } from "../../shared/index.ts";
import { nodePolicies, nodeRoleArgs } from "../node-group-resources.ts";
import { SERVICE_ACCOUNT } from "./chart-values.ts";
import type { KarpenterScope } from "./scope.ts";
import { controllerStatements } from "./statements.ts";

/** Role of the nodes, its instance profile, and the entry that lets them join. */
export function makeNodeIdentity(scope: KarpenterScope): {
  readonly instanceProfileName: Output<string>;
  readonly all: readonly Resource[];
} {
  const { parent, name, record, wiring, transform } = scope;
  const opts = { parent };
  const description = `Nodes that Karpenter makes for ${record.clusterName}`;
  const roleArgs = { ...nodeRoleArgs(record, description), name: record.nodeRoleName };
  const role = new Role(...child(transform.nodeRole, `${name}-node-role`, roleArgs, opts));
  const attachments = nodePolicies(record.region).map(
    ({ key, arn: policyArn }) =>
      new RolePolicyAttachment(
        ...child(transform.nodePolicyAttachment, `${name}-node-role-${key}`, { role: role.name, policyArn }, opts),
      ),
  );
  // Karpenter could make one itself, with rights over IAM, and would leave it behind.
  const profile = new InstanceProfile(
    ...child(
      transform.instanceProfile,
      autonamed("instance-profile", `${name}-node`),
      { role: role.name, tags: resourceTags(record.tags) },
      opts,
    ),
  );
  const access = new AccessEntry(
    ...child(
      transform.nodeAccess,
      `${name}-node-access`,
      {
        clusterName: record.clusterName,
        principalArn: role.arn,
        type: "EC2_LINUX",
        tags: resourceTags(record.tags),
      },
      { parent, dependsOn: [...wiring.cluster.ready] },
    ),
  );
  return { instanceProfileName: profile.name, all: [...attachments, profile, access] };
}

/** Role of the controller, for its service account alone. */
export function makeControllerIdentity(scope: KarpenterScope): readonly Resource[] {
  const { parent, name, record, wiring, transform } = scope;
  const opts = { parent };
  const role = new Role(
    ...child(
      transform.controllerRole,
      autonamed("iam-role", `${name}-controller-role`),
      {
        description: `Karpenter of ${record.clusterName}: starts and ends its nodes`,
        assumeRolePolicy: podIdentityTrust(record, SERVICE_ACCOUNT),
        tags: resourceTags(record.tags),
      },
      opts,
    ),
  );
  const policy = new RolePolicy(
    ...child(
      transform.controllerPolicy,
      `${name}-controller-policy`,
      { role: role.name, policy: policyDocument(controllerStatements(record)) },
      opts,
    ),
  );
  const association = new PodIdentityAssociation(
    ...child(
      transform.podIdentity,
      `${name}-controller-identity`,
      {
        clusterName: record.clusterName,
        namespace: SERVICE_ACCOUNT.namespace,
        serviceAccount: SERVICE_ACCOUNT.name,
        roleArn: role.arn,
        tags: resourceTags(record.tags),
      },
      { parent, dependsOn: [policy, ...wiring.cluster.ready] },
    ),
  );
  return [policy, association];
}
