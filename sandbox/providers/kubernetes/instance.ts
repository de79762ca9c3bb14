import type { CallOptions, Checked, Difference, Found, Instance, ResourceId } from "../backend.ts";
import type { FaultInjector } from "../faults.ts";
import { type Properties, UNKNOWN } from "../values.ts";
import type { Applier, Change } from "./applier.ts";
import { checkObject, withName } from "./check-object.ts";
import { difference } from "./difference.ts";
import { idOf, keyFrom, keyOf, kindOf, metadataOf } from "./objects.ts";
import type { KubernetesSettings } from "./settings.ts";

/** One configured `kubernetes` provider: objects of any group and kind, by way of an applier. */
export class KubernetesInstance implements Instance {
  readonly #applier: Applier;
  readonly #faults: FaultInjector;
  readonly #settings: KubernetesSettings;

  constructor(applier: Applier, faults: FaultInjector, settings: KubernetesSettings) {
    this.#applier = applier;
    this.#faults = faults;
    this.#settings = settings;
  }

  check(resource: ResourceId, news: Properties, olds: Properties | undefined): Checked {
    // The type token says apiVersion and kind where the inputs do not.
    const inputs = withName(resource, { ...kindOf(resource), ...news }, olds);
    return { inputs, violations: checkObject(inputs) };
  }

  diff(_: ResourceId, __: string, oldInputs: Properties, news: Properties): Difference {
    return difference(oldInputs, news, this.#settings);
  }

  async create(
    resource: ResourceId,
    inputs: Properties,
    preview: boolean,
    options: CallOptions,
  ): Promise<{ id: string; outputs: Properties }> {
    const change = changeOf(resource, options, { isNew: true });
    if (preview) {
      await this.#applier.preview(inputs, change);
      return { id: "", outputs: { ...inputs, status: UNKNOWN } };
    }
    await this.#faults.beforeCreate(resource.type);
    const outputs = await this.#applier.create(inputs, change);
    await this.#faults.afterCreate(resource.type);
    return { id: idOf(keyOf(outputs)), outputs };
  }

  async read(resource: ResourceId, id: string, inputs: Properties | undefined): Promise<Found | undefined> {
    const held = await this.#applier.read(keyFrom(resource, id), changeOf(resource, {}, {}), inputs);
    return held === undefined ? undefined : { id, ...held };
  }

  async update(
    resource: ResourceId,
    _: string,
    { olds, news, preview, ignored }: Parameters<Instance["update"]>[2],
    options: CallOptions,
  ): Promise<Properties> {
    const change = changeOf(resource, options, { ignored });
    if (!preview) return this.#applier.update(news, change);
    await this.#applier.preview(news, change);
    return { ...news, metadata: { ...metadataOf(olds), ...metadataOf(news) }, status: UNKNOWN };
  }

  delete(resource: ResourceId, id: string, options: CallOptions): Promise<void> {
    return this.#applier.delete(keyFrom(resource, id), changeOf(resource, options, {}));
  }

  invoke(token: string): Properties {
    throw new Error(`the stand-in kubernetes provider has no function ${token}`);
  }
}

function changeOf({ urn }: ResourceId, options: CallOptions, rest: Partial<Change>): Change {
  return { urn, isNew: false, ignored: [], ...options, ...rest };
}
