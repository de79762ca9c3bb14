import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { AccessEntry } from "@pulumi/aws/eks/accessEntry.js";
import { AccessPolicyAssociation } from "@pulumi/aws/eks/accessPolicyAssociation.js";
import { Cluster } from "@pulumi/aws/eks/cluster.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type { Input, Resource } from "@pulumi/pulumi";
import { autonamed, awsManagedPolicyArn, child, policyDocument } from "../../shared/index.ts";
import { accessEntryArgs, accessPolicyArgs } from "./access-resources.ts";
import * as shapes from "./control-plane-resources.ts";
import type { ClusterScope } from "./scope.ts";

/** Key, log, role and the cluster itself. */
export function makeControlPlane(scope: ClusterScope): Cluster {
  const { parent, name, record, wiring, transform } = scope;
  const opts = { parent };
  const key = new Key(...child(transform.key, `${name}-key`, shapes.keyArgs(record), opts));
  const aliasArgs = { name: record.keyAlias, targetKeyId: key.keyId };
  const alias = new Alias(...child(transform.keyAlias, `${name}-key-alias`, aliasArgs, opts));
  const logGroup = new LogGroup(...child(transform.logGroup, `${name}-log`, shapes.logGroupArgs(record), opts));
  const role = makeRole(scope);
  return new Cluster(
    ...child(
      transform.cluster,
      `${name}-cluster`,
      shapes.clusterArgs(record, {
        roleArn: role.arn,
        keyArn: key.arn,
        privateSubnetIds: wiring.privateSubnetIds,
        securityGroupIds: makeApiSecurityGroup(scope),
      }),
      { parent, dependsOn: [alias, logGroup, ...role.policies] },
    ),
  );
}

function makeRole({ parent, name, record, transform }: ClusterScope): {
  readonly arn: Input<string>;
  readonly policies: readonly Resource[];
} {
  const opts = { parent };
  const roleName = autonamed("iam-role", `${name}-role`);
  const role = new Role(...child(transform.clusterRole, roleName, shapes.clusterRoleArgs(record), opts));
  const policy = new RolePolicy(
    ...child(
      transform.clusterPolicy,
      `${name}-role-key`,
      { role: role.name, policy: policyDocument(shapes.clusterKeyStatements(record)) },
      opts,
    ),
  );
  const attachment = new RolePolicyAttachment(
    ...child(
      transform.clusterPolicyAttachment,
      `${name}-role-cluster`,
      { role: role.name, policyArn: awsManagedPolicyArn(record.region, "AmazonEKSClusterPolicy") },
      opts,
    ),
  );
  return { arn: role.arn, policies: [policy, attachment] };
}

/** Only where somebody beside the nodes is a client: EKS's own group lets the nodes in. */
function makeApiSecurityGroup({ parent, name, record, wiring, transform }: ClusterScope): Input<string>[] {
  if (record.apiClients.length === 0) return [];
  const opts = { parent };
  const group = new SecurityGroup(
    ...child(transform.apiSecurityGroup, `${name}-api`, shapes.apiSecurityGroupArgs(record, wiring.vpcId), opts),
  );
  for (const client of record.apiClients)
    new SecurityGroupIngressRule(
      ...child(
        transform.apiIngress,
        `${name}-api-${client.name}`,
        shapes.apiIngressArgs(record, client, group.id),
        opts,
      ),
    );
  return [group.id];
}

/** One entry and one policy for each principal; until they exist nobody gets in. */
export function makeAccess(scope: ClusterScope, cluster: Cluster): Resource[] {
  const { parent, name, record, transform } = scope;
  return record.access.map((access) => {
    const entryName = `${name}-${access.key}`;
    const entry = new AccessEntry(
      ...child(transform.accessEntry, entryName, accessEntryArgs(record, access, cluster.name), { parent }),
    );
    return new AccessPolicyAssociation(
      ...child(transform.accessPolicy, `${entryName}-policy`, accessPolicyArgs(record, access, cluster.name), {
        parent,
        dependsOn: [entry],
      }),
    );
  });
}
