import type { ResourceId } from "../backend.ts";
import { isObject, type Properties, text, type Value } from "../values.ts";

/** What names an object in a cluster. Cluster-scoped objects have an empty namespace. */
export interface ObjectKey {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

export function metadataOf(object: Properties | undefined): Properties {
  return isObject(object?.metadata) ? object.metadata : {};
}

export function keyOf(object: Properties): ObjectKey {
  const metadata = metadataOf(object);
  return {
    apiVersion: text(object.apiVersion) ?? "v1",
    kind: text(object.kind) ?? "",
    namespace: text(metadata.namespace) ?? "",
    name: text(metadata.name) ?? "",
  };
}

/** Group and kind by the type token: `kubernetes:apps/v1:Deployment`, `kubernetes:karpenter.sh/v1:NodePool`. */
export function kindOf({ type }: ResourceId): { apiVersion: string; kind: string } {
  const [, group = "", kind = ""] = type.split(":");
  return { apiVersion: group.replace(/^core\//, ""), kind };
}

/** The engine's id of an object: `namespace/name`, or the name alone. */
export function idOf({ namespace, name }: Pick<ObjectKey, "namespace" | "name">): string {
  return namespace === "" ? name : `${namespace}/${name}`;
}

export function keyFrom(resource: ResourceId, id: string): ObjectKey {
  const [name = "", namespace = ""] = id.split("/").reverse();
  return { ...kindOf(resource), namespace, name };
}

/** `prod/api (Deployment apps/v1)`: how messages name an object. */
export function describeKey(key: ObjectKey): string {
  return `${idOf(key)} (${key.kind} ${key.apiVersion})`;
}

/** The group of an apiVersion; empty for the core group. */
export function groupOfVersion(apiVersion: string): string {
  return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
}

/** A `pulumi.com/…` annotation, as the real provider reads them. */
export function annotation(object: Properties, name: string): string | undefined {
  const { annotations } = metadataOf(object);
  return isObject(annotations) ? text(annotations[`pulumi.com/${name}`]) : undefined;
}

/** The value at a path of keys; undefined when anything on the way is missing. */
export function at(value: Value | undefined, ...path: readonly (string | number)[]): Value | undefined {
  let found = value;
  for (const step of path) {
    if (typeof step === "number") found = Array.isArray(found) ? found[step] : undefined;
    else found = isObject(found) ? found[step] : undefined;
  }
  return found;
}
