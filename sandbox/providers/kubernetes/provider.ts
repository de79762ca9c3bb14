import type { Backend, Difference, Instance, ResourceId } from "../backend.ts";
import { changedLeaves } from "../diff.ts";
import type { FaultInjector } from "../faults.ts";
import type { Ledger } from "../ledger.ts";
import { packageVersion } from "../schema/package-types.ts";
import { isObject, type Properties, text, UNKNOWN } from "../values.ts";
import type { Applier, ObjectKey } from "./applier.ts";
import { checkObject, withName } from "./check-object.ts";
import { keyOf, ledgerApplier } from "./ledger-applier.ts";

export interface KubernetesOptions {
  readonly ledger: Ledger;
  readonly faults: FaultInjector;
  /** Where objects go; the ledger by default. */
  readonly applier?: Applier;
}

/** Fields whose change makes a new object: those that name it, and selectors that the API server never changes. */
const REPLACING = /^(apiVersion|kind|metadata\.(name|namespace)|spec\.(selector|clusterIP|volumeClaimTemplates))\b/;
const SELECTOR_CHANGES_IN_PLACE = new Set(["Service"]);

export function kubernetesBackend({ ledger, faults, applier = ledgerApplier(ledger) }: KubernetesOptions): Backend {
  const instance: Instance = {
    check(resource, news, olds) {
      const inputs = withName(resource, typed(resource, news), olds);
      return { inputs, violations: checkObject(inputs) };
    },
    diff: (_, __, oldInputs, news) => difference(oldInputs, news),
    async create(resource, inputs, preview) {
      if (preview) return { id: "", outputs: { ...inputs, status: UNKNOWN } };
      await faults.beforeCreate(resource.type);
      const outputs = await applier.apply(inputs, false);
      await faults.afterCreate(resource.type);
      return { id: idOf(keyOf(inputs)), outputs };
    },
    async read(resource, id) {
      const outputs = await applier.read(keyFrom(resource, id));
      if (outputs === undefined) return undefined;
      const { uid: _, generation: __, ...metadata } = isObject(outputs.metadata) ? outputs.metadata : {};
      return { id, outputs, inputs: { ...outputs, metadata } };
    },
    update: (_, __, { news, preview }) => applier.apply(news, preview),
    delete: (resource, id) => applier.delete(keyFrom(resource, id)),
    invoke(token) {
      throw new Error(`the stand-in kubernetes provider has no function ${token}`);
    },
  };
  return { version: packageVersion("@pulumi/kubernetes"), checkConfig: () => [], configure: () => instance };
}

/** `kubernetes:apps/v1:Deployment` says apiVersion and kind where the inputs do not. */
function typed(resource: ResourceId, inputs: Properties): Properties {
  const { apiVersion, kind } = groupOf(resource);
  return { apiVersion, kind, ...inputs };
}

function groupOf({ type }: ResourceId): { apiVersion: string; kind: string } {
  const [, group = "", kind = ""] = type.split(":");
  return { apiVersion: group.replace(/^core\//, ""), kind };
}

function idOf({ namespace, name }: ObjectKey): string {
  return namespace === "" ? name : `${namespace}/${name}`;
}

function keyFrom(resource: ResourceId, id: string): ObjectKey {
  const [name = "", namespace = ""] = id.split("/").reverse();
  return { ...groupOf(resource), namespace, name };
}

function difference(oldInputs: Properties, news: Properties): Difference {
  const inPlace = SELECTOR_CHANGES_IN_PLACE.has(text(news.kind) ?? "");
  const changes = new Map<string, { kind: "add" | "delete" | "update"; replace: boolean }>();
  for (const [path, kind] of changedLeaves(oldInputs, news)) {
    changes.set(path, { kind, replace: REPLACING.test(path) && !(inPlace && path.startsWith("spec.selector")) });
  }
  const oldKey = keyOf(oldInputs);
  const newKey = keyOf(news);
  return { changes, deleteBeforeReplace: idOf(oldKey) === idOf(newKey) && oldKey.kind === newKey.kind };
}
