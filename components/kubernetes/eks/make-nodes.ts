import { LaunchTemplate } from "@pulumi/aws/ec2/launchTemplate.js";
import { Addon } from "@pulumi/aws/eks/addon.js";
import type { Cluster } from "@pulumi/aws/eks/cluster.js";
import { NodeGroup } from "@pulumi/aws/eks/nodeGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type { Input, Resource } from "@pulumi/pulumi";
import { autonamed, child } from "../../shared/index.ts";
import { addOnArgs, addOnRole } from "./add-on-resources.ts";
import { launchTemplateArgs, nodeGroupArgs, nodePolicies, nodeRoleArgs } from "./node-group-resources.ts";
import type { ClusterScope } from "./scope.ts";
import type { EksAddOnName } from "./versions.ts";

/** Managed group of system nodes; `after` holds what a node needs in order to become ready. */
export function makeSystemNodes(scope: ClusterScope, cluster: Cluster, after: readonly Resource[]): NodeGroup {
  const { parent, name, record, wiring, transform } = scope;
  const opts = { parent };
  const description = `System nodes of ${record.clusterName}`;
  const roleName = autonamed("iam-role", `${name}-system-role`);
  const role = new Role(...child(transform.nodeRole, roleName, nodeRoleArgs(record, description), opts));
  const attachments = nodePolicies(record.region).map(
    ({ key, arn: policyArn }) =>
      new RolePolicyAttachment(
        ...child(transform.nodePolicyAttachment, `${name}-system-role-${key}`, { role: role.name, policyArn }, opts),
      ),
  );
  const template = new LaunchTemplate(
    ...child(
      transform.launchTemplate,
      autonamed("launch-template", `${name}-system-template`),
      launchTemplateArgs(record),
      opts,
    ),
  );
  const args = nodeGroupArgs(record, {
    clusterName: cluster.name,
    nodeRoleArn: role.arn,
    privateSubnetIds: wiring.privateSubnetIds,
    launchTemplateId: template.id,
    launchTemplateVersion: template.latestVersion.apply(String),
  });
  return new NodeGroup(
    ...child(transform.nodeGroup, `${name}-system`, args, {
      parent,
      dependsOn: [...attachments, ...after],
    }),
  );
}

/** Add-ons in one step of the order, each with its role where it calls AWS. */
export function makeAddOns(
  scope: ClusterScope,
  cluster: Cluster,
  names: readonly EksAddOnName[],
  after: readonly Resource[],
): Addon[] {
  const { parent, record, transform } = scope;
  return names.map((addOn) => {
    const name = `${scope.name}-${addOn}`;
    const identity = makeIdentity(scope, addOn, name);
    const args = addOnArgs(record, addOn, { clusterName: cluster.name, roleArn: identity?.roleArn ?? null });
    const dependsOn = [...after, ...(identity === null ? [] : [identity.attachment])];
    return new Addon(...child(transform.addOn, name, args, { parent, dependsOn }));
  });
}

function makeIdentity(
  { parent, record, transform }: ClusterScope,
  addOn: EksAddOnName,
  name: string,
): { readonly roleArn: Input<string>; readonly attachment: Resource } | null {
  const identity = addOnRole(record, addOn);
  if (identity === null) return null;
  const opts = { parent };
  const role = new Role(...child(transform.addOnRole, autonamed("iam-role", `${name}-role`), identity.args, opts));
  const attachment = new RolePolicyAttachment(
    ...child(
      transform.addOnPolicyAttachment,
      `${name}-role-policy`,
      { role: role.name, policyArn: identity.policyArn },
      opts,
    ),
  );
  return { roleArn: role.arn, attachment };
}
