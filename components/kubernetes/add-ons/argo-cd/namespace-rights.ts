import type { RoleArgs } from "@pulumi/kubernetes/rbac/v1/role.js";
import type { RoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { rbac } from "@pulumi/kubernetes/types/input.js";
import { objectLabels } from "../foundation/labels.ts";
import type { ArgoCdRecord } from "./args.ts";
import table from "./data/kinds.json" with { type: "json" };
import { WORKLOADS } from "./values.ts";

type Account = "controller" | "server";
const READ = ["get", "list", "watch"];
const WRITE = [...READ, "create", "update", "patch", "delete"];

/** In a team's namespace: the controller deploys the kinds of a service, the server shows them and their pods' logs. */
export function namespaceRoleArgs(record: ArgoCdRecord, account: Account, namespace: string): RoleArgs {
  return {
    metadata: { name: WORKLOADS[account], namespace, labels: objectLabels("argo-cd", record) },
    rules: [...deployed(account === "controller" ? WRITE : READ), ...watched()],
  };
}

export function namespaceBindingArgs(record: ArgoCdRecord, account: Account, namespace: string): RoleBindingArgs {
  const name = WORKLOADS[account];
  return {
    metadata: { name, namespace, labels: objectLabels("argo-cd", record) },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name },
    subjects: [{ kind: "ServiceAccount", name, namespace: record.namespace }],
  };
}

function deployed(verbs: string[]): rbac.v1.PolicyRule[] {
  return [...Map.groupBy(table.deployed, ({ group }) => group)].map(([group, kinds]) => ({
    apiGroups: [group],
    resources: kinds.map(({ resource }) => resource),
    verbs,
  }));
}

function watched(): rbac.v1.PolicyRule[] {
  return table.watched.map(({ group, resources }) => ({ apiGroups: [group], resources, verbs: READ }));
}
