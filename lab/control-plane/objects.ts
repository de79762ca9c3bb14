import { readFileSync } from "node:fs";
import { KubeConfig, type KubernetesObject, KubernetesObjectApi, PatchStrategy } from "@kubernetes/client-node";
import { parseAllDocuments } from "yaml";

/** Who the lab's own objects belong to, in server-side apply. */
const FIELD_MANAGER = "lab";

/** Kubernetes objects of a YAML file, in order; empty documents are left out. */
export function objectsOf(path: string | URL): KubernetesObject[] {
  return parseAllDocuments(readFileSync(path, "utf8"))
    .map((document) => document.toJS() as KubernetesObject | null)
    .filter((object) => object !== null);
}

/** Server-side apply, one after the other; returns what the server made of them. */
export async function applyObjects<T extends KubernetesObject>(
  kubeconfigPath: string,
  objects: readonly T[],
): Promise<T[]> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfigPath);
  const api = KubernetesObjectApi.makeApiClient(config);
  const made: T[] = [];
  for (const object of objects)
    made.push(await api.patch(object, undefined, undefined, FIELD_MANAGER, true, PatchStrategy.ServerSideApply));
  return made;
}
