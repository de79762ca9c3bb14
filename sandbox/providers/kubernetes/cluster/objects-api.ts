import type { Properties } from "../../values.ts";
import { idOf, keyOf, metadataOf, type ObjectKey } from "../objects.ts";
import type { Cluster } from "./cluster.ts";
import { versionPath } from "./discovery.ts";
import { type Answer, ApiError } from "./http.ts";

/** Where one object lives: its key as the server has it, and its path. */
export interface Place {
  readonly key: ObjectKey;
  readonly path: string;
}

export interface ApplyOptions {
  readonly manager: string;
  /** Takes over fields that others own, instead of ending in a conflict. */
  readonly force: boolean;
  readonly dryRun: boolean;
}

/** The four verbs on single objects of any kind. Errors are the client's. */
export class Objects {
  readonly #cluster: Cluster;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /** Undefined when the server has no such kind. */
  async place(key: ObjectKey): Promise<Place | undefined> {
    const found = await this.#cluster.discovery.find(key);
    if (found === undefined) return undefined;
    const base = versionPath(key.apiVersion);
    const name = encodeURIComponent(key.name);
    if (!found.namespaced) return { key: { ...key, namespace: "" }, path: `${base}/${found.plural}/${name}` };
    const namespace = key.namespace === "" ? this.#cluster.defaultNamespace : key.namespace;
    return { key: { ...key, namespace }, path: `${base}/namespaces/${namespace}/${found.plural}/${name}` };
  }

  async get(place: Place): Promise<Properties | undefined> {
    try {
      return (await this.#cluster.send("GET", place.path)).body;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** Server-side apply. Unknown fields are refused, where the server would leave them out with a warning. */
  apply(place: Place, object: Properties, { manager, force, dryRun }: ApplyOptions): Promise<Answer> {
    const query = {
      fieldManager: manager,
      fieldValidation: "Strict",
      force: String(force),
      ...(dryRun ? { dryRun: "All" } : {}),
    };
    const body = atPlace(object, place);
    return this.#cluster.send("PATCH", place.path, { query, body, contentType: "application/apply-patch+yaml" });
  }

  /** Asks for deletion of this very object; false when it is gone already. */
  async remove(place: Place, uid: string, propagationPolicy: string): Promise<boolean> {
    try {
      const body = { kind: "DeleteOptions", apiVersion: "v1", propagationPolicy, preconditions: { uid } };
      await this.#cluster.send("DELETE", place.path, { body });
      return true;
    } catch (error) {
      if (error instanceof ApiError && (error.status === 404 || error.status === 409)) return false;
      throw error;
    }
  }
}

/** A namespace that a cluster-scoped kind cannot have is dropped; one that is missing is filled in. */
function atPlace(object: Properties, { key }: Place): Properties {
  if (idOf(keyOf(object)) === idOf(key)) return object;
  const { namespace: _, ...metadata } = metadataOf(object);
  return {
    ...object,
    metadata: { ...metadata, name: key.name, ...(key.namespace === "" ? {} : { namespace: key.namespace }) },
  };
}
