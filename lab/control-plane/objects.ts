import { readFileSync } from "node:fs";
import type { KubernetesObject } from "@kubernetes/client-node";
import { parseAllDocuments } from "yaml";
import { send } from "../support/https.ts";
import { type Access, readKubeconfig } from "./kubeconfig.ts";

/** Who the lab's own objects belong to, in server-side apply. */
const FIELD_MANAGER = "lab";

/** Kubernetes objects of a YAML file, in order; empty documents are left out. */
export function objectsOf(path: string | URL): KubernetesObject[] {
  return parseAllDocuments(readFileSync(path, "utf8"))
    .map((document) => document.toJS() as KubernetesObject | null)
    .filter((object) => object !== null);
}

/**
 * Server-side apply, one after the other; returns what the server made of them. The text goes out as it stands: the
 * client library would leave out what its own types do not know, such as `x-kubernetes-int-or-string` of a CRD.
 * Throws an `Error` with the server's words at the first it refuses, also for a field the type does not have.
 */
export async function applyObjects<T extends KubernetesObject>(
  kubeconfigPath: string,
  objects: readonly T[],
): Promise<T[]> {
  const access = readKubeconfig(kubeconfigPath);
  const paths = new Map<string, Promise<ResourceList>>();
  const made: T[] = [];
  for (const object of objects) {
    const path = await pathOf(access, object, paths);
    const query = new URLSearchParams({ fieldManager: FIELD_MANAGER, force: "true", fieldValidation: "Strict" });
    const body = { type: "application/apply-patch+yaml", text: JSON.stringify(object) };
    const { status, text } = await send({ ...access, url: `${access.server}${path}?${query}`, method: "PATCH", body });
    if (status >= 300) throw new Error(`${object.kind} ${object.metadata?.name}: ${messageOf(text)}`);
    made.push(JSON.parse(text) as T);
  }
  return made;
}

interface ResourceList {
  readonly resources: readonly { readonly name: string; readonly kind: string; readonly namespaced: boolean }[];
}

async function pathOf(
  access: Access,
  { apiVersion = "v1", kind, metadata }: KubernetesObject,
  known: Map<string, Promise<ResourceList>>,
): Promise<string> {
  const root = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const list = known.get(root) ?? discover(access, root);
  known.set(root, list);
  const resource = (await list).resources.find((one) => one.kind === kind && !one.name.includes("/"));
  if (resource === undefined) throw new Error(`${kind} ${metadata?.name}: ${apiVersion} has no ${kind}`);
  const namespace = resource.namespaced ? `/namespaces/${metadata?.namespace ?? "default"}` : "";
  return `${root}${namespace}/${resource.name}/${encodeURIComponent(metadata?.name ?? "")}`;
}

async function discover(access: Access, root: string): Promise<ResourceList> {
  const { status, text } = await send({ ...access, url: `${access.server}${root}` });
  if (status !== 200) throw new Error(`${root} is not served: ${messageOf(text)}`);
  return JSON.parse(text) as ResourceList;
}

function messageOf(text: string): string {
  try {
    return (JSON.parse(text) as { message?: string }).message ?? text;
  } catch {
    return text.slice(0, 300);
  }
}
