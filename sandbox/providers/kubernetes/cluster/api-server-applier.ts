import { setTimeout as pause } from "node:timers/promises";
import { UserError } from "@pyairtable/diagnostics";
import type { EngineLog } from "../../rpc/engine-log.ts";
import { equal, hasUnknown, list, type Properties, text } from "../../values.ts";
import type { Applier, Change, Held } from "../applier.ts";
import { annotation, at, keyOf, metadataOf, type ObjectKey } from "../objects.ts";
import type { Patience } from "../ready/wait.ts";
import type { Cluster } from "./cluster.ts";
import { managerOf, ownedFields } from "./field-owner.ts";
import { type Answer, ApiError } from "./http.ts";
import { withoutIgnored } from "./ignored-fields.ts";
import { liveInputs } from "./live-inputs.ts";
import { missingKindProblem } from "./missing-kind.ts";
import { Objects, type Place } from "./objects-api.ts";
import { redacted } from "./redact.ts";
import { existsProblem, statusProblems } from "./status-problem.ts";
import { importedInputs, toOutputs, toProgram, toServer } from "./translate.ts";
import { untilGone, untilReady } from "./until.ts";
import { judgeWarnings } from "./warnings.ts";

export interface ApplierOptions {
  readonly cluster: Cluster;
  readonly log: EngineLog;
  /** Asked at the start of each wait; its abort ends the wait when the command is cancelled. */
  readonly signal: () => AbortSignal;
  /** `enablePatchForce` of the provider: fields that others own are taken over. */
  readonly force: boolean;
  /** `upsertExistingObjects` of the provider: an object that is there already is taken over. */
  readonly upsert: boolean;
  /** Waits before a kind or a namespace that is missing is looked for again. */
  readonly missingWaitsMilliseconds?: readonly number[];
}

const DEFAULT_TIMEOUT_SECONDS = 600;
const MISSING_WAITS = [250, 500, 1000, 2000, 4000];

/** Applies objects to a real API server, as the real provider does. Errors are `UserError` or `NotReadyError`. */
export class ApiServerApplier implements Applier {
  readonly #options: ApplierOptions;
  readonly #objects: Objects;

  constructor(options: ApplierOptions) {
    this.#options = options;
    this.#objects = new Objects(options.cluster);
  }

  async preview(inputs: Properties, change: Change): Promise<void> {
    if (hasUnknown(inputs)) return;
    const object = toServer(inputs);
    // The kind may come with this very update.
    const place = await this.#objects.place(keyOf(object));
    if (place === undefined) return;
    const manager = managerOf(change.urn, object);
    let isReplacement = false;
    try {
      const live = await this.#objects.get(place);
      if (change.isNew) this.#requireFree(live, place.key, manager);
      isReplacement = change.isNew && live !== undefined;
      const tried = isReplacement ? renamed(place) : place;
      const body = live === undefined || change.isNew ? object : withoutIgnored(object, live, manager, change.ignored);
      const force = change.isNew || this.#forces(object, live);
      const answer = await this.#objects.apply(tried, body, { manager, force, dryRun: true });
      await this.#judge(answer, object, place.key, change, true);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const isLater = await this.#mayBeDifferentLater(error, change, isReplacement);
      if (!isLater) throw refusal(error, object, place.key);
    }
  }

  async create(inputs: Properties, change: Change): Promise<Properties> {
    const object = toServer(inputs);
    const place = await this.#placeThatIsThere(keyOf(object));
    const manager = managerOf(change.urn, object);
    const live = await this.#asked(object, place.key, () => this.#objects.get(place));
    this.#requireFree(live, place.key, manager);
    return this.#applied(place, object, live, change);
  }

  async update(inputs: Properties, change: Change): Promise<Properties> {
    const object = toServer(inputs);
    const place = await this.#placeThatIsThere(keyOf(object));
    const live = await this.#asked(object, place.key, () => this.#objects.get(place));
    const manager = managerOf(change.urn, object);
    const body = live === undefined ? object : withoutIgnored(object, live, manager, change.ignored);
    return this.#applied(place, body, live, change);
  }

  async read(key: ObjectKey, change: Change, inputs: Properties | undefined): Promise<Held | undefined> {
    const place = await this.#objects.place(key);
    if (place === undefined) return undefined;
    const live = await this.#asked({}, place.key, () => this.#objects.get(place));
    if (live === undefined) return undefined;
    const outputs = toOutputs(live);
    if (inputs === undefined) return { outputs, inputs: importedInputs(live) };
    const object = toServer(inputs);
    const manager = managerOf(change.urn, object);
    const rough = liveInputs(object, object, live, ownedFields(live, manager));
    if (equal(rough, object)) return { outputs, inputs };
    // Different in writing or in meaning: the server knows.
    const wanted = await this.#objects
      .apply(place, object, { manager, force: true, dryRun: true })
      .catch(() => undefined);
    if (wanted === undefined) return { outputs, inputs: toProgram(rough, inputs) };
    const now = liveInputs(object, wanted.body, live, ownedFields(wanted.body, manager));
    return { outputs, inputs: equal(now, object) ? inputs : toProgram(now, inputs) };
  }

  async delete(key: ObjectKey, change: Change): Promise<void> {
    const place = await this.#objects.place(key);
    const live = place === undefined ? undefined : await this.#asked({}, place.key, () => this.#objects.get(place));
    if (place === undefined || live === undefined) return;
    const uid = text(metadataOf(live).uid) ?? "";
    const policy = propagationOf(live);
    const isUnderWay = await this.#asked(live, place.key, () => this.#objects.remove(place, uid, policy));
    if (isUnderWay) await untilGone(this.#objects, place, uid, this.#patience(live, change));
  }

  async #applied(place: Place, object: Properties, live: Properties | undefined, change: Change): Promise<Properties> {
    const manager = managerOf(change.urn, object);
    const force = this.#forces(object, live);
    const apply = (): Promise<Answer> => this.#objects.apply(place, object, { manager, force, dryRun: false });
    const answer = await this.#asked(object, place.key, () => this.#whenNamespaceIsThere(apply));
    await this.#judge(answer, object, place.key, change, false);
    const { send } = this.#options.cluster;
    return toOutputs(await untilReady(this.#objects, send, place, answer.body, this.#patience(object, change)));
  }

  /** An object that is there may be taken over when our own interrupted create made it, or when the provider is told to. */
  #requireFree(live: Properties | undefined, key: ObjectKey, manager: string): void {
    if (live === undefined || this.#options.upsert || ownedFields(live, manager) !== undefined) return;
    const managers = new Set(
      list(at(live, "metadata", "managedFields")).map((entry) => text(at(entry, "manager")) ?? ""),
    );
    const by = managers.size === 0 ? "" : `, made by ${[...managers].join(", ")}`;
    throw new UserError("refused", [existsProblem(key, `an object that is there already${by}`)]);
  }

  #forces(object: Properties, live: Properties | undefined): boolean {
    if (this.#options.force || annotation(object, "patchForce") === "true") return true;
    // Made before servers kept managers: nobody's fields.
    return live !== undefined && list(metadataOf(live).managedFields).length === 0;
  }

  async #placeThatIsThere(key: ObjectKey): Promise<Place> {
    const waits = this.#options.missingWaitsMilliseconds ?? MISSING_WAITS;
    for (const wait of [...waits, undefined]) {
      const place = await this.#objects.place(key);
      if (place !== undefined) return place;
      if (wait !== undefined) await pause(wait);
    }
    throw new UserError("refused", [missingKindProblem(key, await this.#options.cluster.discovery.elsewhere(key))]);
  }

  /** Objects of one update may come a moment before their namespace. */
  async #whenNamespaceIsThere<T>(work: () => Promise<T>): Promise<T> {
    for (const wait of this.#options.missingWaitsMilliseconds ?? MISSING_WAITS) {
      try {
        return await work();
      } catch (error) {
        if (!isNamespaceMissing(error)) throw error;
        await pause(wait);
      }
    }
    return work();
  }

  async #mayBeDifferentLater(error: ApiError, { urn }: Change, isReplacement: boolean): Promise<boolean> {
    if (isNamespaceMissing(error)) return true;
    // The old object's share is free by then.
    if (isReplacement && error.message.includes("exceeded quota")) return true;
    const isReadOnly = error.status === 403 && /cannot (patch|get|create|update) /.test(error.message);
    if (!isReadOnly && !error.message.includes("does not support dry run")) return false;
    await this.#options.log.warn(urn, `not tried on the cluster: ${error.message}`);
    return true;
  }

  async #judge(
    { warnings }: Answer,
    object: Properties,
    key: ObjectKey,
    { urn }: Change,
    preview: boolean,
  ): Promise<void> {
    if (warnings.length === 0) return;
    const place = key.namespace === "" ? undefined : await this.#objects.place(namespaceKey(key));
    const namespace = place === undefined ? undefined : await this.#objects.get(place).catch(() => undefined);
    const { problems, notes } = judgeWarnings(warnings, object, key, namespace);
    if (preview && problems.length > 0) throw new UserError("refused", problems);
    for (const note of notes) await this.#options.log.warn(urn, note);
  }

  async #asked<T>(object: Properties, key: ObjectKey, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof ApiError ? refusal(error, object, key) : error;
    }
  }

  #patience(object: Properties, { urn, timeoutSeconds }: Change): Patience {
    const { log, signal } = this.#options;
    const own = Number(annotation(object, "timeoutSeconds") ?? Number.NaN);
    return {
      timeoutSeconds: timeoutSeconds ?? (Number.isFinite(own) ? own : DEFAULT_TIMEOUT_SECONDS),
      signal: signal(),
      say: (message) => log.status(urn, message),
    };
  }
}

function refusal(error: ApiError, object: Properties, key: ObjectKey): UserError {
  return new UserError("refused by the cluster", redacted(statusProblems(error, object, key), object));
}

function isNamespaceMissing(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404 && at(error.body, "details", "kind") === "namespaces";
}

function namespaceKey({ namespace }: ObjectKey): ObjectKey {
  return { apiVersion: "v1", kind: "Namespace", namespace: "", name: namespace };
}

/** A replacement is tried under another name, as its immutable fields would be refused under the old object's. */
function renamed({ key, path }: Place): Place {
  const name = `${key.name.slice(0, 44)}-preview`;
  return { key: { ...key, name }, path: path.slice(0, path.lastIndexOf("/") + 1) + name };
}

function propagationOf(live: Properties): string {
  const asked = annotation(live, "deletionPropagationPolicy")?.toLowerCase();
  return asked === "orphan" ? "Orphan" : asked === "background" ? "Background" : "Foreground";
}
