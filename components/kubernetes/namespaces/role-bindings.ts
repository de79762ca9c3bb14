import type { RoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import { metadataIn } from "./manifests.ts";
import type { NamespaceRecord } from "./record.ts";

type Metadata = ReturnType<typeof metadataIn> & { annotations?: Record<string, string> };

const API_GROUP = "rbac.authorization.k8s.io";

/** Owners may look, secrets excepted: the built-in `view`. One binding for all of them; null without any. */
export function viewersManifest(record: NamespaceRecord) {
  return bindingTo("view", record.viewers, metadataIn(record, "owners-view"));
}

/** Where a team deploys by itself: the built-in `edit`, which reads secrets too. Null without any, as by default. */
export function editorsManifest(record: NamespaceRecord) {
  const metadata = metadataIn(record, "owners-edit");
  const why = record.editors.map(({ group, why }) => `${group}: ${why}`).join("; ");
  return bindingTo(
    "edit",
    record.editors.map(({ group }) => group),
    { ...metadata, annotations: { "pyairtable.io/why": why } },
  );
}

function bindingTo(role: string, groups: readonly string[], metadata: Metadata) {
  if (groups.length === 0) return null;
  return {
    metadata,
    roleRef: { apiGroup: API_GROUP, kind: "ClusterRole", name: role },
    subjects: groups.map((name) => ({ apiGroup: API_GROUP, kind: "Group", name })),
  } satisfies RoleBindingArgs;
}
