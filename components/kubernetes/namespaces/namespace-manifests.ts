import type { CustomObject } from "../shared/index.ts";
import type { NamespaceArgs } from "./args.ts";
import { limitRangeManifest, namespaceManifest, quotaManifest } from "./manifests.ts";
import { allowDnsManifest, defaultDenyManifest } from "./network-policies.ts";
import { normalise } from "./normalise.ts";
import { editorsManifest, viewersManifest } from "./role-bindings.ts";

/** What `Namespace` makes, as objects of the API in the order they are made. Throws the same `UserError`. */
export function namespaceManifests(args: NamespaceArgs): CustomObject[] {
  const record = normalise(args);
  const bindings = [viewersManifest(record), editorsManifest(record)].filter((one) => one !== null);
  return [
    object("v1", "Namespace", namespaceManifest(record)),
    object("v1", "ResourceQuota", quotaManifest(record)),
    object("v1", "LimitRange", limitRangeManifest(record)),
    object("networking.k8s.io/v1", "NetworkPolicy", defaultDenyManifest(record)),
    object("networking.k8s.io/v1", "NetworkPolicy", allowDnsManifest(record)),
    ...bindings.map((binding) => object("rbac.authorization.k8s.io/v1", "RoleBinding", binding)),
  ];
}

function object(apiVersion: string, kind: string, body: object): CustomObject {
  return { apiVersion, kind, ...body } as CustomObject;
}
