import type { LedgerEntry } from "@pyairtable/ledger";
import type { Checked, Difference, Found, Instance, ResourceId } from "../backend.ts";
import { changedLeaves } from "../diff.ts";
import type { FaultInjector } from "../faults.ts";
import type { Ledger } from "../ledger.ts";
import { checkShape } from "../schema/check-shape.ts";
import type { PackageTypes, ResourceShape } from "../schema/package-types.ts";
import { forcesReplacement } from "../schema/replacement.ts";
import { hasUnknown, isObject, isUnknown, type Properties, UNKNOWN, type Value } from "../values.ts";
import { ServiceError, type Violation } from "../violation.ts";
import { requireCluster } from "./cluster-members.ts";
import { computedInside, identityOf } from "./identity.ts";
import { invoke } from "./invoke/index.ts";
import { autoname, checkName, DEFAULTS_KEY, isAutonamed, nameProperty } from "./naming.ts";
import { previewOutputs, realOutputs } from "./outputs.ts";
import type { AwsSettings } from "./provider.ts";
import { handlesOf, requireReferences, requireUnused } from "./references.ts";
import type { RunMemory } from "./run-memory.ts";
import { specialOutputs } from "./special-outputs.ts";
import { validate } from "./validators/index.ts";

interface Parts {
  readonly types: PackageTypes;
  readonly run: RunMemory;
  readonly ledger: Ledger;
  readonly faults: FaultInjector;
  readonly settings: AwsSettings;
}

/** One configured `aws` provider. */
export class AwsInstance implements Instance {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  check(resource: ResourceId, news: Properties, olds: Properties | undefined): Checked {
    const { types, run, ledger, settings } = this.#parts;
    const shape = this.#shapeOf(resource.type);
    if (olds !== undefined) run.acknowledgeByInputs(ledger.byUrn(resource.urn), olds);
    const given = Object.fromEntries(Object.entries(news).filter(([key]) => !key.startsWith("__")));
    const checked = checkShape(types, shape.inputs, given);
    const violations: Violation[] = [...checked.violations];
    const inputs = this.#withName(resource, shape, checked.inputs, olds, violations);
    if (shape.outputs.has("tagsAll")) inputs.tagsAll = mergeTags(settings.defaultTags, inputs.tags);
    if (violations.length === 0) {
      violations.push(...validate(resource, inputs, { run, ledger, ...settings }));
      run.remember(resource.urn, resource.type, inputs);
    }
    return { inputs, violations };
  }

  diff(resource: ResourceId, id: string, oldInputs: Properties, news: Properties): Difference {
    this.#parts.run.acknowledge(resource.type, id);
    const shape = this.#shapeOf(resource.type);
    const changes = new Map<string, { kind: "add" | "delete" | "update"; replace: boolean }>();
    for (const [path, kind] of changedLeaves(oldInputs, news)) {
      const property = /^[^.[]+/.exec(path)?.[0] ?? path;
      changes.set(path, { kind, replace: forcesReplacement(resource.type, property, shape.inputs.get(property)) });
    }
    const naming = nameProperty(shape) ?? "name";
    const keepsName = news[naming] !== undefined && !isUnknown(news[naming]) && news[naming] === oldInputs[naming];
    return { changes, deleteBeforeReplace: keepsName && !isAutonamed(news, naming) };
  }

  async create(
    resource: ResourceId,
    inputs: Properties,
    preview: boolean,
  ): Promise<{ id: string; outputs: Properties }> {
    const { ledger, run, faults, settings } = this.#parts;
    const shape = this.#shapeOf(resource.type);
    if (preview)
      return { id: "", outputs: previewOutputs(shape, inputs, settings.region, computedInside(resource.type)) };
    await faults.beforeCreate(resource.type);
    requireReferences(ledger, settings.accountId, resource.name, inputs);
    requireCluster(ledger, resource.type, inputs);
    this.#requireValid(resource, inputs);
    const before = ledger.byUrn(resource.urn);
    const interrupted = run.interrupted(before, resource.type);
    const ordinal = interrupted?.ordinal ?? nextOrdinal(before);
    const entry = this.#entry(resource, shape, inputs, ordinal);
    const clash = ledger.get(resource.type, entry.id);
    if (clash !== undefined && clash !== interrupted) {
      throw new ServiceError("ResourceAlreadyExistsException", `${resource.type} '${entry.id}' already exists.`);
    }
    if (interrupted !== undefined && interrupted.id !== entry.id) ledger.delete(interrupted.type, interrupted.id);
    ledger.put(entry);
    await faults.afterCreate(resource.type);
    return { id: entry.id, outputs: entry.outputs };
  }

  async read(resource: ResourceId, id: string): Promise<Found | undefined> {
    const entry = this.#parts.ledger.get(resource.type, id);
    if (entry === undefined) return undefined;
    this.#parts.run.acknowledge(entry.type, entry.id);
    return { id, inputs: entry.inputs, outputs: entry.outputs };
  }

  async update(
    resource: ResourceId,
    id: string,
    { olds, news, preview }: { readonly olds: Properties; readonly news: Properties; readonly preview: boolean },
  ): Promise<Properties> {
    const { ledger, settings } = this.#parts;
    const shape = this.#shapeOf(resource.type);
    const computed = (before: Properties): Properties =>
      Object.fromEntries(Object.entries(before).filter(([key]) => !shape.inputs.has(key) && key !== "tagsAll"));
    if (preview)
      return {
        ...previewOutputs(shape, news, settings.region, computedInside(resource.type, olds)),
        ...computed(olds),
      };
    const entry = ledger.get(resource.type, id);
    if (entry === undefined)
      throw new ServiceError("ResourceNotFoundException", `${resource.type} '${id}' does not exist.`);
    requireReferences(ledger, settings.accountId, resource.name, news);
    this.#requireValid(resource, news);
    const next = this.#entry(resource, shape, news, entry.ordinal);
    const outputs = { ...next.outputs, ...computed(entry.outputs) };
    ledger.put({ ...next, id, urn: resource.urn, outputs, handles: entry.handles });
    return outputs;
  }

  async delete(resource: ResourceId, id: string): Promise<void> {
    const { ledger, run } = this.#parts;
    const entry = ledger.get(resource.type, id);
    if (entry === undefined) return;
    for (const { type, id } of [...requireUnused(ledger, entry), entry]) {
      ledger.delete(type, id);
      run.forget(type, id);
    }
  }

  invoke(token: string, args: Properties): Properties {
    return invoke(token, args, this.#parts.settings, this.#parts.ledger);
  }

  #shapeOf(type: string): ResourceShape {
    const shape = this.#parts.types.shape(type);
    if (shape === undefined)
      throw new Error(`unrecognized resource type ${type}: @pulumi/aws ${this.#parts.types.version} has none`);
    return shape;
  }

  #withName(
    resource: ResourceId,
    shape: ResourceShape,
    inputs: Properties,
    olds: Properties | undefined,
    violations: Violation[],
  ): Properties {
    const property = nameProperty(shape);
    const prefix = property === undefined ? undefined : inputs[`${property}Prefix`];
    if (property === undefined || prefix !== undefined) return { ...inputs };
    const auto = inputs[property] === undefined;
    const named = auto ? { ...inputs, [property]: this.#autoname(resource, property, inputs, olds) } : inputs;
    violations.push(...checkName(resource.type, property, named[property], auto));
    return { ...named, [DEFAULTS_KEY]: auto ? [property] : [] };
  }

  #autoname(resource: ResourceId, property: string, inputs: Properties, olds: Properties | undefined): Value {
    const old = olds !== undefined && isAutonamed(olds, property) ? olds[property] : undefined;
    if (old !== undefined) return old;
    const entries = this.#parts.ledger.byUrn(resource.urn);
    const interrupted = this.#parts.run.interrupted(entries, resource.type);
    if (interrupted !== undefined && isAutonamed(interrupted.inputs, property)) return interrupted.inputs[property]!;
    return autoname(resource.type, resource.name, resource.urn, nextOrdinal(entries), inputs);
  }

  /** Values unknown at Check are known now, so what a service would refuse is found here. */
  #requireValid(resource: ResourceId, inputs: Properties): void {
    const { run, ledger, settings } = this.#parts;
    const [first] = validate(resource, inputs, { run, ledger, ...settings });
    if (first === undefined) return;
    throw new ServiceError(
      "ValidationException",
      `${first.message}. Examine values at '${resource.name}.${first.path}'.`,
    );
  }

  #entry(resource: ResourceId, shape: ResourceShape, inputs: Properties, ordinal: number): LedgerEntry {
    const { accountId, region } = this.#parts.settings;
    const own = typeof inputs.region === "string" ? inputs.region : region;
    const name = nameOf(shape, inputs) ?? resource.name;
    const { type, urn } = resource;
    const identity = identityOf({ type, urn, ordinal, name, region: own, accountId, inputs });
    const special = specialOutputs(type, inputs, this.#parts.ledger);
    const id = special.id ?? identity.id;
    const computed = { ...identity.computed, ...special.computed };
    const outputs = realOutputs(shape, inputs, computed, own);
    return { type, urn, id, ordinal, inputs, outputs, handles: handlesOf(accountId, id, inputs, computed) };
  }
}

function nameOf(shape: ResourceShape, inputs: Properties): string | undefined {
  const value = inputs[nameProperty(shape) ?? "name"];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function nextOrdinal(entries: readonly LedgerEntry[]): number {
  return entries.reduce((next, { ordinal }) => Math.max(next, ordinal + 1), 0);
}

/** A resource's own tags win over the provider's default tags. */
function mergeTags(defaults: Properties, tags: Value | undefined): Value {
  if (tags !== undefined && hasUnknown(tags) && !isObject(tags)) return UNKNOWN;
  return { ...defaults, ...(isObject(tags) ? tags : {}) };
}
