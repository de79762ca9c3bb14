import type { Properties } from "../values.ts";

/** Puts checked objects somewhere and reads them back: the ledger here, a real API server elsewhere. */
export interface Applier {
  /** Makes or changes the object; returns it as the server holds it. `preview` changes nothing. */
  apply(object: Properties, preview: boolean): Promise<Properties>;
  read(key: ObjectKey): Promise<Properties | undefined>;
  delete(key: ObjectKey): Promise<void>;
}

/** What names an object in a cluster. Cluster-scoped objects have an empty namespace. */
export interface ObjectKey {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}
