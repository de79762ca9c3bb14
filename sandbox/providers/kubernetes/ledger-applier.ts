import { createHash } from "node:crypto";
import type { Ledger } from "../ledger.ts";
import type { Properties } from "../values.ts";
import type { Applier } from "./applier.ts";
import { idOf, keyOf, metadataOf, type ObjectKey } from "./objects.ts";

/** Keeps objects in the ledger, with the fields an API server fills in. */
export function ledgerApplier(ledger: Ledger): Applier {
  const put = async (object: Properties): Promise<Properties> => {
    const key = keyOf(object);
    const type = typeOf(key);
    const id = idOf(key);
    const generation = Number(metadataOf(ledger.get(type, id)?.outputs).generation ?? 0) + 1;
    const uid = createHash("sha256").update(`${type}\n${id}`).digest("hex").slice(0, 32);
    const held: Properties = { ...object, metadata: { ...metadataOf(object), uid, generation } };
    ledger.put({ type, id, urn: "", ordinal: 0, inputs: object, outputs: held, handles: [] });
    return held;
  };
  return {
    preview: async () => {},
    create: put,
    update: put,
    async read(key) {
      const outputs = ledger.get(typeOf(key), idOf(key))?.outputs;
      if (outputs === undefined) return undefined;
      const { uid: _, generation: __, ...metadata } = metadataOf(outputs);
      return { outputs, inputs: { ...outputs, metadata } };
    },
    delete: async (key) => ledger.delete(typeOf(key), idOf(key)),
  };
}

function typeOf({ apiVersion, kind }: ObjectKey): string {
  return `kubernetes:${apiVersion}:${kind}`;
}
