import type { GraphResource } from "../../graph.ts";
import type { ObjectMeta } from "../../kubernetes-types.ts";
import { readOr } from "../../unknown.ts";

/** Anything the API keeps: a custom resource too. */
export type KubernetesObject = GraphResource<{ readonly metadata?: ObjectMeta }>;

/** Every stack with a Kubernetes object has one: what stack rules over such objects need. */
export const KUBERNETES_PROVIDER = "pulumi:providers:kubernetes";

/** Name in the API; the logical name where preview does not know it. */
export function nameOf({ props, name }: KubernetesObject): string {
  return readOr(undefined, () => props.metadata?.name) ?? name;
}

/** Where none is given, or preview does not know it, the API's own default. */
export function namespaceOf({ props }: KubernetesObject): string {
  return readOr(undefined, () => props.metadata?.namespace) ?? "default";
}

/** Kind, the last part of the type token. */
export function kindOf({ type }: { readonly type: string }): string {
  return type.slice(type.lastIndexOf(":") + 1);
}

/** `namespace/name`: how limits files name an object. */
export function keyOf(object: KubernetesObject): string {
  return `${namespaceOf(object)}/${nameOf(object)}`;
}

/** True for types of the Kubernetes provider. */
export function isKubernetes(type: string): boolean {
  return type.startsWith("kubernetes:");
}
