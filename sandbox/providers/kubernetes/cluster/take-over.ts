import { UserError } from "@pyairtable/diagnostics";
import { list, objects, type Properties, text } from "../../values.ts";
import { annotation, metadataOf, type ObjectKey } from "../objects.ts";
import { ownedFields } from "./field-owner.ts";
import { existsProblem } from "./status-problem.ts";

/** What a provider takes from others. */
export interface Claims {
  /** `enablePatchForce`: fields that others own. */
  readonly force: boolean;
  /** `upsertExistingObjects`: objects that are there already. */
  readonly upsert: boolean;
}

/**
 * Throws when an object of that name is there and is not ours to make. Ours is one that our own create made before it was
 * cut off: it bears the manager of this very resource.
 */
export function requireFree(live: Properties | undefined, key: ObjectKey, manager: string, { upsert }: Claims): void {
  if (live === undefined || upsert || ownedFields(live, manager) !== undefined) return;
  const managers = new Set(objects(metadataOf(live).managedFields).map(({ item }) => text(item.manager) ?? ""));
  const by = managers.size === 0 ? "" : `, made by ${[...managers].join(", ")}`;
  throw new UserError("refused", [existsProblem(key, `an object that is there already${by}`)]);
}

/** Whether fields of others are taken over; if not, they end in a conflict. */
export function takesOver(object: Properties, live: Properties | undefined, { force }: Claims): boolean {
  if (force || annotation(object, "patchForce") === "true") return true;
  // Made before servers kept managers: nobody's fields.
  return live !== undefined && list(metadataOf(live).managedFields).length === 0;
}
