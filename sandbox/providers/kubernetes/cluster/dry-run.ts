import { UserError } from "@pyairtable/diagnostics";
import type { EngineLog } from "../../rpc/engine-log.ts";
import { hasUnknown, type Properties } from "../../values.ts";
import type { Change } from "../applier.ts";
import { keyOf, type ObjectKey } from "../objects.ts";
import { managerOf } from "./field-owner.ts";
import { type Answer, ApiError } from "./http.ts";
import { withoutIgnored } from "./ignored-fields.ts";
import type { Objects, Place } from "./objects-api.ts";
import { isNamespaceMissing, refusal } from "./refusal.ts";
import { type Claims, requireFree, takesOver } from "./take-over.ts";
import { judgeWarnings } from "./warnings.ts";

export interface DryRun {
  readonly objects: Objects;
  readonly log: EngineLog;
  readonly claims: Claims;
}

/**
 * Asks the server what it would say to a change. What may be otherwise by the time of the update is no problem: values
 * still unknown, a kind or a namespace that the same update may bring, a user who may only look.
 */
export async function dryRun({ objects, log, claims }: DryRun, object: Properties, change: Change): Promise<void> {
  if (hasUnknown(object)) return;
  const place = await objects.place(keyOf(object));
  if (place === undefined) return;
  const manager = managerOf(change.urn, object);
  let isReplacement = false;
  try {
    const live = await objects.get(place);
    if (change.isNew) requireFree(live, place.key, manager, claims);
    isReplacement = change.isNew && live !== undefined;
    const body = live === undefined || change.isNew ? object : withoutIgnored(object, live, manager, change.ignored);
    const force = change.isNew || takesOver(object, live, claims);
    const answer = await objects.apply(isReplacement ? renamed(place) : place, body, { manager, force, dryRun: true });
    const problems = await sayWarnings({ objects, log }, answer, object, place.key, change.urn);
    if (problems.length > 0) throw new UserError("would be refused", problems);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // The old object's share of a quota is free by then.
    if (isNamespaceMissing(error) || (isReplacement && error.message.includes("exceeded quota"))) return;
    const isReadOnly = error.status === 403 && /cannot (patch|get|create|update) /.test(error.message);
    if (!isReadOnly && !error.message.includes("does not support dry run")) throw refusal(error, object, place.key);
    await log.warn(change.urn, `not tried on the cluster: ${error.message}`);
  }
}

/** Tells the engine what the server warns of; returns what the object's pods would be refused for. */
export async function sayWarnings(
  { objects, log }: Pick<DryRun, "objects" | "log">,
  { warnings }: Answer,
  object: Properties,
  key: ObjectKey,
  urn: string,
): Promise<ReturnType<typeof judgeWarnings>["problems"]> {
  if (warnings.length === 0) return [];
  const place = key.namespace === "" ? undefined : await objects.place(namespaceKey(key));
  const namespace = place === undefined ? undefined : await objects.get(place).catch(() => undefined);
  const { problems, notes } = judgeWarnings(warnings, object, key, namespace);
  for (const note of notes) await log.warn(urn, note);
  return problems;
}

function namespaceKey({ namespace }: ObjectKey): ObjectKey {
  return { apiVersion: "v1", kind: "Namespace", namespace: "", name: namespace };
}

/** A replacement is tried under another name, as its immutable fields would be refused under the old object's. */
function renamed({ key, path }: Place): Place {
  const name = `${key.name.slice(0, 44)}-preview`;
  return { key: { ...key, name }, path: path.slice(0, path.lastIndexOf("/") + 1) + name };
}
