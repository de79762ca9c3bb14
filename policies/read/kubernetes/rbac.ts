/** What a role says; Roles and ClusterRoles alike. */
export interface RbacRule {
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

export const CLUSTER_ROLE = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";
export const ROLE_TYPES = [CLUSTER_ROLE, "kubernetes:rbac.authorization.k8s.io/v1:Role"] as const;
export const BINDING_TYPES = [
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding",
  "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
] as const;

/** As messages name it: `get, list on secrets`. */
export function showRule({ verbs, resources = [], nonResourceURLs = [] }: RbacRule): string {
  return `${verbs.join(", ")} on ${[...resources, ...nonResourceURLs].join(", ")}`;
}
