import { formatDiagnostics, UserError } from "@pyairtable/diagnostics";
import { NotReadyError } from "../../not-ready.ts";
import { isObject, objects as itemsOf, list, type Properties, text } from "../../values.ts";
import { annotation, at, describeKey, idOf } from "../objects.ts";
import { hasPods, readiness } from "../ready/readiness.ts";
import { type Look, type Patience, waitFor } from "../ready/wait.ts";
import { whyNotReady } from "../ready/why-not.ts";
import type { Send } from "./http.ts";
import type { Objects, Place } from "./objects-api.ts";
import { toOutputs } from "./translate.ts";

/** Reasons are asked for after this long, and not more often: most objects are ready before. */
const REASONS_EVERY_MILLISECONDS = 5_000;

/** Waits until the object is ready; returns it as it then is. Ends in a `NotReadyError` that says what is missing. */
export async function untilReady(
  objects: Objects,
  send: Send,
  place: Place,
  held: Properties,
  patience: Patience,
): Promise<Properties> {
  if (annotation(held, "skipAwait") === "true" || readiness(held).ready) return held;
  let latest = held;
  let reasons: string[] = [];
  let askedAt = Date.now();
  const because = async (now: Properties): Promise<string> => {
    if (hasPods(now)) reasons = await whyNotReady(send, now, place.key).catch(() => reasons);
    return reasons.length === 0 ? "" : `; ${reasons.join("; ")}`;
  };
  const outcome = await waitFor(async (): Promise<Look> => {
    const now = await objects.get(place);
    if (now === undefined) return { done: false, waitingFor: "", failed: "it was deleted meanwhile" };
    latest = now;
    const { ready, waitingFor, failed } = readiness(now);
    if (ready) return { done: true, object: now };
    if (Date.now() - askedAt >= REASONS_EVERY_MILLISECONDS) {
      await because(now);
      askedAt = Date.now();
    }
    const said = reasons.length === 0 ? waitingFor : `${waitingFor}; ${reasons.join("; ")}`;
    return { done: false, waitingFor: said, ...(failed === undefined ? {} : { failed }) };
  }, patience);
  if (outcome.object !== undefined) return outcome.object;
  const missing = `${readiness(latest).waitingFor}${await because(latest)}`;
  const ends = {
    failed: `${outcome.waitingFor}: ${missing}`,
    timeout: `${missing}, after ${patience.timeoutSeconds} s`,
    cancelled: `cancelled: ${missing}`,
  };
  const problem = {
    code: "apply.not-ready",
    path: describeKey(place.key),
    got: ends[outcome.because ?? "failed"],
    wanted: "an object that is ready",
    fix: 'Follow the reason. Annotation pulumi.com/timeoutSeconds gives more time, pulumi.com/skipAwait: "true" does not wait.',
  };
  throw new NotReadyError(formatDiagnostics("made, but not ready", [problem]), idOf(place.key), toOutputs(latest));
}

/** Waits until the object is gone, or another of its name has taken its place. Ends in a `UserError`. */
export async function untilGone(objects: Objects, place: Place, uid: string, patience: Patience): Promise<void> {
  const outcome = await waitFor(async (): Promise<Look> => {
    const now = await objects.get(place);
    if (now === undefined || at(now, "metadata", "uid") !== uid) return { done: true, object: {} };
    return { done: false, waitingFor: holdsBack(now) };
  }, patience);
  if (outcome.object !== undefined) return;
  throw new UserError("deletion", [
    {
      code: "apply.not-deleted",
      path: describeKey(place.key),
      got:
        outcome.because === "cancelled"
          ? `cancelled: ${outcome.waitingFor}`
          : `still there after ${patience.timeoutSeconds} s: ${outcome.waitingFor}`,
      wanted: "an object that is gone",
      fix: "Let the controller that owns the finalizer run, or remove the finalizer by hand when it is gone for good.",
    },
  ]);
}

function holdsBack(object: Properties): string {
  const conditions = itemsOf(at(object, "status", "conditions"))
    .filter(({ item }) => /Remaining$|Failure$/.test(text(item.type) ?? "") && item.status === "True")
    .flatMap(({ item }) => text(item.message) ?? []);
  if (conditions.length > 0) return conditions.join(" ");
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const finalizers = [...list(metadata.finalizers), ...list(at(object, "spec", "finalizers"))].map(String);
  return finalizers.length === 0 ? "its deletion" : `finalizers ${finalizers.join(", ")}`;
}
