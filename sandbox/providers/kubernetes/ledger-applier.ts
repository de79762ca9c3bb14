import { createHash } from "node:crypto";
import type { Ledger } from "../ledger.ts";
import { isObject, type Properties, text } from "../values.ts";
import type { Applier, ObjectKey } from "./applier.ts";

/** Keeps objects in the ledger, with the fields an API server fills in. */
export function ledgerApplier(ledger: Ledger): Applier {
  return {
    async apply(object, preview) {
      const key = keyOf(object);
      const type = typeOf(key);
      const id = idOf(key);
      const old = ledger.get(type, id)?.outputs;
      const generation = isObject(old?.metadata) ? Number(old.metadata.generation ?? 0) + 1 : 1;
      const uid = createHash("sha256").update(`${type}\n${id}`).digest("hex").slice(0, 32);
      const metadata = { ...(isObject(object.metadata) ? object.metadata : {}), uid, generation };
      const held: Properties = { ...object, metadata };
      if (!preview) ledger.put({ type, id, urn: "", ordinal: 0, inputs: object, outputs: held, handles: [] });
      return held;
    },
    read: async (key) => ledger.get(typeOf(key), idOf(key))?.outputs,
    delete: async (key) => ledger.delete(typeOf(key), idOf(key)),
  };
}

export function keyOf(object: Properties): ObjectKey {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  return {
    apiVersion: text(object.apiVersion) ?? "v1",
    kind: text(object.kind) ?? "",
    namespace: text(metadata.namespace) ?? "",
    name: text(metadata.name) ?? "",
  };
}

function typeOf({ apiVersion, kind }: ObjectKey): string {
  return `kubernetes:${apiVersion}:${kind}`;
}

function idOf({ namespace, name }: ObjectKey): string {
  return namespace === "" ? name : `${namespace}/${name}`;
}
