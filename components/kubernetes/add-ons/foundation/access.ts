import { ServiceAccount, type ServiceAccountArgs } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { ClusterRole, type ClusterRoleArgs } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import { ClusterRoleBinding, type ClusterRoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import { Role, type RoleArgs } from "@pulumi/kubernetes/rbac/v1/role.js";
import { RoleBinding, type RoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { rbac } from "@pulumi/kubernetes/types/input.js";
import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";
import { child, type Transforms } from "../../../shared/index.ts";
import type { Scene } from "./add-on-base.ts";
import { objectLabels } from "./labels.ts";

/** Who a deployment is to the API server, and what it may do there. */
export interface Access {
  /** Name of the service account; its roles are named after it. */
  readonly account: string;
  /** In the add-on's namespace. */
  readonly rules: readonly rbac.v1.PolicyRule[];
  /** In every namespace. */
  readonly clusterRules: readonly rbac.v1.PolicyRule[];
  /** ClusterRoles that Kubernetes brings. */
  readonly existingClusterRoles?: readonly string[];
  /** Roles of another namespace that Kubernetes brings. */
  readonly existingRoles?: readonly { readonly namespace: string; readonly role: string }[];
}

export interface AccessChildren {
  serviceAccount: ServiceAccountArgs;
  role: RoleArgs;
  roleBinding: RoleBindingArgs;
  clusterRole: ClusterRoleArgs;
  clusterRoleBinding: ClusterRoleBindingArgs;
}

/** A service account with exactly these rights. */
export function makeAccess(
  scene: Scene & { readonly transform: Transforms<AccessChildren> | undefined },
  access: Access,
  after: readonly Resource[],
): Resource[] {
  const { addOn, record, parent, transform } = scene;
  const { account } = access;
  const base = `${scene.name}-${account}`;
  const opts: CustomResourceOptions = { parent, dependsOn: [...after] };
  const labels = objectLabels(addOn, record);
  const own = { name: account, namespace: record.namespace, labels };
  const clusterName = `${record.namespace}-${account}`;
  const subjects = [{ kind: "ServiceAccount", name: account, namespace: record.namespace }];

  const made: Resource[] = [new ServiceAccount(...child(transform?.serviceAccount, base, { metadata: own }, opts))];
  const bindCluster = (suffix: string, role: string, name: string) => {
    const args = { metadata: { name, labels }, roleRef: roleRef("ClusterRole", role), subjects };
    made.push(new ClusterRoleBinding(...child(transform?.clusterRoleBinding, `${base}${suffix}`, args, opts)));
  };
  const bind = (suffix: string, role: string, metadata: { name: string; namespace: string }) => {
    const args = { metadata: { ...metadata, labels }, roleRef: roleRef("Role", role), subjects };
    made.push(new RoleBinding(...child(transform?.roleBinding, `${base}${suffix}`, args, opts)));
  };
  if (access.rules.length > 0) {
    made.push(new Role(...child(transform?.role, base, { metadata: own, rules: [...access.rules] }, opts)));
    bind("", account, { name: account, namespace: record.namespace });
  }
  if (access.clusterRules.length > 0) {
    const args = { metadata: { name: clusterName, labels }, rules: [...access.clusterRules] };
    made.push(new ClusterRole(...child(transform?.clusterRole, base, args, opts)));
    bindCluster("", clusterName, clusterName);
  }
  for (const role of access.existingClusterRoles ?? [])
    bindCluster(`-${lastPart(role)}`, role, `${clusterName}:${lastPart(role)}`);
  for (const { namespace, role } of access.existingRoles ?? [])
    bind(`-${role}`, role, { name: `${clusterName}-${role}`.slice(0, 253), namespace });
  return made;
}

function roleRef(kind: "Role" | "ClusterRole", name: string): rbac.v1.RoleRef {
  return { apiGroup: "rbac.authorization.k8s.io", kind, name };
}

function lastPart(role: string): string {
  return role.slice(role.lastIndexOf(":") + 1);
}
