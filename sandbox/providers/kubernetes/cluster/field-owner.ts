import { createHash } from "node:crypto";
import { isObject, objects, type Properties, text } from "../../values.ts";
import { annotation, metadataOf } from "../objects.ts";

/**
 * The name under which a resource's fields are owned. The real provider draws a random suffix and keeps it in the state;
 * this one draws it from the URN, so that a create whose answer got lost is known again.
 */
export function managerOf(urn: string, object: Properties): string {
  const suffix = createHash("sha256").update(urn).digest("hex").slice(0, 8);
  return annotation(object, "patchFieldManager") ?? `pulumi-kubernetes-${suffix}`;
}

/** The tree of fields that a manager owns by server-side apply (`f:spec`, `k:{"name":"x"}` …); undefined if none. */
export function ownedFields(live: Properties, manager: string): Properties | undefined {
  const entry = objects(metadataOf(live).managedFields).find(
    ({ item }) => text(item.manager) === manager && item.operation === "Apply",
  );
  return isObject(entry?.item.fieldsV1) ? entry.item.fieldsV1 : undefined;
}

/** Managers besides ours that own a path of plain keys. */
export function othersOwning(live: Properties, manager: string, path: readonly string[]): string[] {
  return objects(metadataOf(live).managedFields).flatMap(({ item }) => {
    const name = text(item.manager) ?? "";
    return name !== manager && owns(item.fieldsV1, path) ? [name] : [];
  });
}

export function owns(fields: Properties[string] | undefined, path: readonly string[]): boolean {
  let node = fields;
  for (const step of path) {
    if (!isObject(node)) return false;
    node = node[`f:${step}`];
  }
  return isObject(node);
}
