import type { Properties } from "../values.ts";
import type { ObjectKey } from "./objects.ts";

/** Puts checked objects somewhere and reads them back: the ledger here, a real API server elsewhere. */
export interface Applier {
  /** Tries without changing anything; throws what the server would refuse. */
  preview(object: Properties, change: Change): Promise<void>;
  /** Makes the object and waits until it is ready; returns it as the server holds it. */
  create(object: Properties, change: Change): Promise<Properties>;
  update(object: Properties, change: Change): Promise<Properties>;
  /** `inputs` are the last ones known; what is returned of them is what the server still holds. */
  read(key: ObjectKey, change: Change, inputs: Properties | undefined): Promise<Held | undefined>;
  /** Returns once the object is gone. */
  delete(key: ObjectKey, change: Change): Promise<void>;
}

export interface Held {
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/** Who changes an object, and how. */
export interface Change {
  readonly urn: string;
  /** True when the engine knows no such object: one that is there already is somebody else's. */
  readonly isNew: boolean;
  /** Property paths of `ignoreChanges`. */
  readonly ignored: readonly string[];
  readonly timeoutSeconds?: number;
}
