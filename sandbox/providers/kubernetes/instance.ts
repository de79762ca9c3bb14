import type { CallOptions, Checked, Difference, Found, Instance, ResourceId } from "../backend.ts";
import type { FaultInjector } from "../faults.ts";
import { type Properties, UNKNOWN } from "../values.ts";
import type { Applier, Change } from "./applier.ts";
import { checkObject, checkPlayed, withName } from "./check-object.ts";
import { difference } from "./difference.ts";
import { idOf, keyFrom, keyOf, kindOf, metadataOf } from "./objects.ts";
import { RELEASE, type Releases } from "./release/releases.ts";
import type { KubernetesSettings } from "./settings.ts";

interface Parts {
  readonly applier: Applier;
  readonly releases: Releases;
  readonly faults: FaultInjector;
  readonly settings: KubernetesSettings;
}

/** One configured `kubernetes` provider: objects of any group and kind by way of an applier, and Helm releases. */
export class KubernetesInstance implements Instance {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  check(resource: ResourceId, news: Properties, olds: Properties | undefined): Checked {
    if (resource.type === RELEASE) return this.#parts.releases.check(resource, news, olds);
    // The type token says apiVersion and kind where the inputs do not.
    const inputs = withName(resource, { ...kindOf(resource), ...news }, olds);
    return { inputs, violations: [...checkPlayed(resource, inputs), ...checkObject(inputs)] };
  }

  diff({ type }: ResourceId, _: string, oldInputs: Properties, news: Properties): Difference {
    const { releases, settings } = this.#parts;
    return type === RELEASE ? releases.diff(oldInputs, news) : difference(oldInputs, news, settings);
  }

  async create(
    resource: ResourceId,
    inputs: Properties,
    preview: boolean,
    options: CallOptions,
  ): Promise<{ id: string; outputs: Properties }> {
    const { applier, releases, faults } = this.#parts;
    const change = changeOf(resource, options, { isNew: true });
    const isRelease = resource.type === RELEASE;
    if (preview && isRelease) return { id: "", outputs: releases.preview(inputs) };
    if (preview) {
      await applier.preview(inputs, change);
      return { id: "", outputs: { ...inputs, status: UNKNOWN } };
    }
    await faults.beforeCreate(resource.type);
    const made = isRelease ? await releases.install(resource, inputs, change) : await this.#create(inputs, change);
    await faults.afterCreate(resource.type);
    return made;
  }

  async read(resource: ResourceId, id: string, inputs: Properties | undefined): Promise<Found | undefined> {
    const change = changeOf(resource, {}, {});
    if (resource.type === RELEASE) return this.#parts.releases.read(id, change);
    const held = await this.#parts.applier.read(keyFrom(resource, id), change, inputs);
    return held === undefined ? undefined : { id, ...held };
  }

  async update(
    resource: ResourceId,
    _: string,
    { olds, news, preview, ignored }: Parameters<Instance["update"]>[2],
    options: CallOptions,
  ): Promise<Properties> {
    const { applier, releases } = this.#parts;
    const change = changeOf(resource, options, { ignored });
    if (resource.type === RELEASE) {
      return preview ? releases.preview(news) : (await releases.install(resource, news, change)).outputs;
    }
    if (!preview) return applier.update(news, change);
    await applier.preview(news, change);
    return { ...news, metadata: { ...metadataOf(olds), ...metadataOf(news) }, status: UNKNOWN };
  }

  delete(resource: ResourceId, id: string, options: CallOptions): Promise<void> {
    const { applier, releases } = this.#parts;
    const change = changeOf(resource, options, {});
    if (resource.type === RELEASE) return releases.uninstall(id, change);
    return applier.delete(keyFrom(resource, id), change);
  }

  invoke(token: string): Properties {
    throw new Error(`the stand-in kubernetes provider has no function ${token}`);
  }

  async #create(inputs: Properties, change: Change): Promise<{ id: string; outputs: Properties }> {
    const outputs = await this.#parts.applier.create(inputs, change);
    return { id: idOf(keyOf(outputs)), outputs };
  }
}

function changeOf({ urn }: ResourceId, options: CallOptions, rest: Partial<Change>): Change {
  return { urn, isNew: false, ignored: [], ...options, ...rest };
}
