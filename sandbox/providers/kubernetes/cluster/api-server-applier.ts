import { setTimeout as pause } from "node:timers/promises";
import { UserError } from "@pyairtable/diagnostics";
import type { EngineLog } from "../../rpc/engine-log.ts";
import { equal, type Properties, text } from "../../values.ts";
import type { Applier, Change, Held } from "../applier.ts";
import { annotation, keyOf, metadataOf, type ObjectKey } from "../objects.ts";
import type { Patience } from "../ready/wait.ts";
import type { Cluster } from "./cluster.ts";
import { dryRun, sayWarnings } from "./dry-run.ts";
import { managerOf, ownedFields } from "./field-owner.ts";
import { withoutIgnored } from "./ignored-fields.ts";
import { liveInputs } from "./live-inputs.ts";
import { missingKindProblem } from "./missing-kind.ts";
import { Objects, type Place } from "./objects-api.ts";
import { asked, isNamespaceMissing } from "./refusal.ts";
import { type Claims, requireFree, takesOver } from "./take-over.ts";
import { importedInputs, toOutputs, toProgram, toServer } from "./translate.ts";
import { untilGone, untilReady } from "./until.ts";

export interface ApplierOptions {
  readonly cluster: Cluster;
  readonly log: EngineLog;
  readonly claims: Claims;
  /** Asked at the start of each wait; its abort ends the wait when the command is cancelled. */
  readonly signal: () => AbortSignal;
  /** Waits before a kind or a namespace that is missing is looked for again. */
  readonly missingWaitsMilliseconds?: readonly number[];
}

const DEFAULT_TIMEOUT_SECONDS = 600;
const MISSING_WAITS = [250, 500, 1000, 2000, 4000];

/** Applies objects to a real API server, as the real provider does. Errors are `UserError` or `NotReadyError`. */
export class ApiServerApplier implements Applier {
  readonly #options: ApplierOptions;
  readonly #objects: Objects;
  readonly #missingWaits: readonly number[];

  constructor(options: ApplierOptions) {
    this.#options = options;
    this.#objects = new Objects(options.cluster);
    this.#missingWaits = options.missingWaitsMilliseconds ?? MISSING_WAITS;
  }

  preview(inputs: Properties, change: Change): Promise<void> {
    return dryRun({ ...this.#options, objects: this.#objects }, toServer(inputs), change);
  }

  async create(inputs: Properties, change: Change): Promise<Properties> {
    const object = toServer(inputs);
    const place = await this.#placeThatIsThere(keyOf(object));
    const live = await asked(object, place.key, () => this.#objects.get(place));
    requireFree(live, place.key, managerOf(change.urn, object), this.#options.claims);
    return this.#applied(place, object, live, change);
  }

  async update(inputs: Properties, change: Change): Promise<Properties> {
    const object = toServer(inputs);
    const place = await this.#placeThatIsThere(keyOf(object));
    const live = await asked(object, place.key, () => this.#objects.get(place));
    const manager = managerOf(change.urn, object);
    const body = live === undefined ? object : withoutIgnored(object, live, manager, change.ignored);
    return this.#applied(place, body, live, change);
  }

  async read(key: ObjectKey, change: Change, inputs: Properties | undefined): Promise<Held | undefined> {
    const place = await this.#objects.place(key);
    const live = place === undefined ? undefined : await asked({}, place.key, () => this.#objects.get(place));
    if (place === undefined || live === undefined) return undefined;
    const outputs = toOutputs(live);
    if (inputs === undefined) return { outputs, inputs: importedInputs(live) };
    return { outputs, inputs: await this.#inputsNow(place, live, inputs, change) };
  }

  async delete(key: ObjectKey, change: Change): Promise<void> {
    const place = await this.#objects.place(key);
    const live = place === undefined ? undefined : await asked({}, place.key, () => this.#objects.get(place));
    if (place === undefined || live === undefined) return;
    const uid = text(metadataOf(live).uid) ?? "";
    const isUnderWay = await asked(live, place.key, () => this.#objects.remove(place, uid, propagationOf(live)));
    if (isUnderWay) await untilGone(this.#objects, place, uid, this.#patience(live, change));
  }

  async #applied(place: Place, object: Properties, live: Properties | undefined, change: Change): Promise<Properties> {
    const options = {
      manager: managerOf(change.urn, object),
      force: takesOver(object, live, this.#options.claims),
      dryRun: false,
    };
    const answer = await asked(object, place.key, () =>
      this.#whenNamespaceIsThere(() => this.#objects.apply(place, object, options)),
    );
    const { log, cluster } = this.#options;
    await sayWarnings({ objects: this.#objects, log }, answer, object, place.key, change.urn);
    const patience = this.#patience(object, change);
    return toOutputs(await untilReady(this.#objects, cluster.send, place, answer.body, patience));
  }

  async #inputsNow(place: Place, live: Properties, inputs: Properties, { urn }: Change): Promise<Properties> {
    const object = toServer(inputs);
    const manager = managerOf(urn, object);
    const rough = liveInputs(object, object, live, ownedFields(live, manager));
    if (equal(rough, object)) return inputs;
    // Different in writing or in meaning: the server knows. Where it does not say, what is written counts.
    const options = { manager, force: true, dryRun: true };
    const wanted = await this.#objects.apply(place, object, options).catch(() => undefined);
    if (wanted === undefined) return toProgram(rough, inputs);
    const now = liveInputs(object, wanted.body, live, ownedFields(wanted.body, manager));
    return equal(now, object) ? inputs : toProgram(now, inputs);
  }

  async #placeThatIsThere(key: ObjectKey): Promise<Place> {
    for (const wait of [...this.#missingWaits, undefined]) {
      const place = await this.#objects.place(key);
      if (place !== undefined) return place;
      if (wait !== undefined) await pause(wait);
    }
    throw new UserError("refused", [missingKindProblem(key, await this.#options.cluster.discovery.elsewhere(key))]);
  }

  /** Objects of one update may come a moment before their namespace. */
  async #whenNamespaceIsThere<T>(work: () => Promise<T>): Promise<T> {
    for (const wait of this.#missingWaits) {
      try {
        return await work();
      } catch (error) {
        if (!isNamespaceMissing(error)) throw error;
        await pause(wait);
      }
    }
    return work();
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

function propagationOf(live: Properties): string {
  const wanted = annotation(live, "deletionPropagationPolicy")?.toLowerCase();
  return wanted === "orphan" ? "Orphan" : wanted === "background" ? "Background" : "Foreground";
}
