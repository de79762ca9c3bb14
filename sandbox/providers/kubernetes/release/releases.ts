import { createHash } from "node:crypto";
import { UserError } from "@pyairtable/diagnostics";
import type { Checked, Difference, Found, ResourceId } from "../../backend.ts";
import { changedLeaves } from "../../diff.ts";
import type { Ledger } from "../../ledger.ts";
import { NotReadyError } from "../../not-ready.ts";
import { isObject, list, type Properties, text, UNKNOWN } from "../../values.ts";
import type { Applier, Change } from "../applier.ts";
import { at, idOf, type ObjectKey } from "../objects.ts";
import { type ChartCrds, definitionsOf } from "./chart-crds.ts";
import { checkRelease } from "./check-release.ts";

export const RELEASE = "kubernetes:helm.sh/v3:Release";

export interface ReleaseOptions {
  readonly ledger: Ledger;
  /** Where a chart's definitions go; undefined when there is no real cluster. */
  readonly applier: Applier | undefined;
  readonly charts: ChartCrds;
}

const DEFINITION = { apiVersion: "apiextensions.k8s.io/v1", kind: "CustomResourceDefinition", namespace: "" };
const DEFINITIONS = "CustomResourceDefinition.apiextensions.k8s.io/apiextensions.k8s.io/v1";

/**
 * Helm releases without Helm: arguments are checked and the release is kept in the ledger. On a real cluster a release
 * brings its chart's CustomResourceDefinitions, so that what the program builds on them can be applied; its workloads not.
 */
export class Releases {
  readonly #options: ReleaseOptions;

  constructor(options: ReleaseOptions) {
    this.#options = options;
  }

  check(resource: ResourceId, news: Properties, olds: Properties | undefined): Checked {
    const suffix = createHash("sha256").update(resource.urn).digest("hex").slice(0, 8);
    const name = news.name ?? olds?.name ?? `${resource.name}-${suffix}`;
    const inputs = { ...news, name, namespace: news.namespace ?? "default" };
    return { inputs, violations: checkRelease(inputs) };
  }

  diff(oldInputs: Properties, news: Properties): Difference {
    const changes = new Map<string, { kind: "add" | "delete" | "update"; replace: boolean }>();
    for (const [path, kind] of changedLeaves(oldInputs, news)) {
      changes.set(path, { kind, replace: path === "name" || path === "namespace" });
    }
    return { changes, deleteBeforeReplace: false };
  }

  preview(inputs: Properties): Properties {
    return { ...inputs, status: UNKNOWN, resourceNames: UNKNOWN };
  }

  async install(
    resource: ResourceId,
    inputs: Properties,
    change: Change,
  ): Promise<{ id: string; outputs: Properties }> {
    const id = idOf(releaseKey(inputs));
    const before = this.#options.ledger.get(RELEASE, id);
    const installed = await this.#bringDefinitions(inputs, change, namesOf(before?.outputs));
    const outputs = outputsOf(inputs, installed, revisionOf(before?.outputs) + 1);
    this.#options.ledger.put({ type: RELEASE, id, urn: resource.urn, ordinal: 0, inputs, outputs, handles: [] });
    return { id, outputs };
  }

  /** Undefined when it is unknown, or when somebody took its definitions away. */
  async read(id: string, change: Change): Promise<Found | undefined> {
    const entry = this.#options.ledger.get(RELEASE, id);
    if (entry === undefined) return undefined;
    for (const name of namesOf(entry.outputs)) {
      const held = await this.#options.applier?.read({ ...DEFINITION, name }, change, undefined);
      if (this.#options.applier !== undefined && held === undefined) return undefined;
    }
    return { id, inputs: entry.inputs, outputs: entry.outputs };
  }

  /** Takes the definitions along that it brought, and with them all objects of their kinds. Helm leaves the namespace. */
  async uninstall(id: string, change: Change): Promise<void> {
    const { ledger, applier } = this.#options;
    const names = namesOf(ledger.get(RELEASE, id)?.outputs);
    await Promise.all(names.map((name) => applier?.delete({ ...DEFINITION, name }, change)));
    ledger.delete(RELEASE, id);
  }

  async #bringDefinitions(inputs: Properties, change: Change, before: readonly string[]): Promise<string[]> {
    const { applier, charts } = this.#options;
    if (applier === undefined) return [];
    await this.#bringNamespace(applier, inputs, change);
    // Mapped files are templates of the chart: `skipCrds` is about its crds/ folder, which Helm would never upgrade.
    const definitions = definitionsOf(text(inputs.chart) ?? "", charts);
    const brought = await Promise.all(definitions.map((definition) => bring(applier, definition, change)));
    const names = definitions.map((definition) => text(at(definition, "metadata", "name")) ?? "");
    return [...new Set([...before, ...names.filter((_, index) => brought[index])])].sort();
  }

  async #bringNamespace(applier: Applier, inputs: Properties, change: Change): Promise<void> {
    const name = text(inputs.namespace) ?? "default";
    if (inputs.createNamespace === true) {
      await bring(applier, { apiVersion: "v1", kind: "Namespace", metadata: { name } }, change);
      return;
    }
    const key: ObjectKey = { apiVersion: "v1", kind: "Namespace", namespace: "", name };
    if ((await applier.read(key, change, undefined)) !== undefined) return;
    throw new UserError("Helm release", [
      {
        code: "apply.namespace",
        path: `${text(inputs.name)}: namespace`,
        got: `${name}, which is not there`,
        wanted: "a namespace of the cluster",
        fix: "Create it in the program and let the release depend on it, or set createNamespace.",
      },
    ]);
  }
}

/** False when it is there already and somebody else's: Helm leaves it alone. */
async function bring(applier: Applier, object: Properties, change: Change): Promise<boolean> {
  try {
    await applier.create(object, { ...change, isNew: true });
    return true;
  } catch (error) {
    if (error instanceof UserError && error.diagnostics.every(({ code }) => code === "apply.exists")) return false;
    // What is not ready is the definition, not the release: the engine must not keep the one for the other.
    if (error instanceof NotReadyError) throw new Error(error.message);
    throw error;
  }
}

function outputsOf(inputs: Properties, definitions: readonly string[], revision: number): Properties {
  const { name, namespace, chart, version } = inputs;
  const status = { name, namespace, chart, version, appVersion: "", revision, status: "deployed" } as Properties;
  return { ...inputs, status, resourceNames: definitions.length === 0 ? {} : { [DEFINITIONS]: [...definitions] } };
}

function namesOf(outputs: Properties | undefined): string[] {
  const names = isObject(outputs?.resourceNames) ? outputs.resourceNames[DEFINITIONS] : undefined;
  return list(names).map(String);
}

function revisionOf(outputs: Properties | undefined): number {
  const revision = at(outputs, "status", "revision");
  return typeof revision === "number" ? revision : 0;
}

function releaseKey(inputs: Properties): { namespace: string; name: string } {
  return { namespace: text(inputs.namespace) ?? "default", name: text(inputs.name) ?? "" };
}
