import { isObject, list, objects, type Properties, text } from "../../values.ts";
import { groupOfVersion, type ObjectKey } from "../objects.ts";
import { ApiError, type Send } from "./http.ts";

/** Where a kind lives in the API. */
export interface ApiKind {
  readonly plural: string;
  readonly namespaced: boolean;
}

/** What else the server knows of a kind that was not found. */
export interface Elsewhere {
  /** Versions of its group, such as `karpenter.sh/v1beta1`; empty when the group is not there. */
  readonly groupVersions: readonly string[];
  /** Those of them that have the kind. */
  readonly withKind: readonly string[];
}

type Table = ReadonlyMap<string, ApiKind>;

/** Asks the server once for each apiVersion, and once more when a kind is missing: its CRD may be a moment old. */
export class Discovery {
  readonly #send: Send;
  readonly #known = new Map<string, Promise<Table>>();
  readonly #refreshing = new Map<string, Promise<Table>>();

  constructor(send: Send) {
    this.#send = send;
  }

  async find({ apiVersion, kind }: Pick<ObjectKey, "apiVersion" | "kind">): Promise<ApiKind | undefined> {
    const known = this.#known.get(apiVersion);
    if (known !== undefined) {
      const found = (await known).get(kind);
      if (found !== undefined) return found;
    }
    return (await this.#refresh(apiVersion)).get(kind);
  }

  async elsewhere({ apiVersion, kind }: Pick<ObjectKey, "apiVersion" | "kind">): Promise<Elsewhere> {
    const { body } = await this.#send("GET", "/apis");
    const group = objects(body.groups).find(({ item }) => item.name === groupOfVersion(apiVersion))?.item;
    const groupVersions = objects(group?.versions).flatMap(({ item }) => text(item.groupVersion) ?? []);
    const tables = await Promise.all(groupVersions.map((version) => this.#refresh(version)));
    return { groupVersions, withKind: groupVersions.filter((_, index) => tables[index]!.has(kind)) };
  }

  #refresh(apiVersion: string): Promise<Table> {
    const running = this.#refreshing.get(apiVersion);
    if (running !== undefined) return running;
    const fresh = this.#read(apiVersion).finally(() => this.#refreshing.delete(apiVersion));
    this.#refreshing.set(apiVersion, fresh);
    this.#known.set(apiVersion, fresh);
    fresh.catch(() => this.#known.delete(apiVersion));
    return fresh;
  }

  async #read(apiVersion: string): Promise<Table> {
    try {
      const { body } = await this.#send("GET", versionPath(apiVersion));
      return new Map(list(body.resources).flatMap(entry));
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return new Map();
      throw error;
    }
  }
}

export function versionPath(apiVersion: string): string {
  return apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

function entry(value: Properties[string]): [string, ApiKind][] {
  const name = isObject(value) ? text(value.name) : undefined;
  const kind = isObject(value) ? text(value.kind) : undefined;
  // `deployments/scale` and the like are parts of an object, no objects.
  if (!isObject(value) || name === undefined || kind === undefined || name.includes("/")) return [];
  return [[kind, { plural: name, namespaced: value.namespaced === true }]];
}
