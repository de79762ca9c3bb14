import type { Difference } from "../backend.ts";
import { changedLeaves } from "../diff.ts";
import type { Properties } from "../values.ts";
import table from "./data/replace-fields.json" with { type: "json" };
import { groupOfVersion, idOf, keyOf } from "./objects.ts";
import type { KubernetesSettings } from "./settings.ts";

type Fields = Readonly<Record<string, readonly string[]>>;

/** What changes, and whether in place: the version of a kind may change, what it is and what it is called may not. */
export function difference(oldInputs: Properties, news: Properties, settings: KubernetesSettings): Difference {
  const oldKey = keyOf(oldInputs);
  const key = keyOf(news);
  const isOtherKind = groupOfVersion(oldKey.apiVersion) !== groupOfVersion(key.apiVersion) || oldKey.kind !== key.kind;
  const replacing = replacingFields(`${groupOfVersion(key.apiVersion)}/${key.kind}`, news, settings);
  const changes = new Map<string, { kind: "add" | "delete" | "update"; replace: boolean }>();
  for (const [path, kind] of changedLeaves(oldInputs, news)) {
    const isIdentity = path === "apiVersion" || path === "kind";
    const replace = isIdentity ? isOtherKind : replacing.some((field) => isWithin(path, field));
    changes.set(path, { kind, replace });
  }
  return { changes, deleteBeforeReplace: !isOtherKind && idOf(oldKey) === idOf(key) };
}

function replacingFields(kind: string, news: Properties, settings: KubernetesSettings): readonly string[] {
  const mutable = kind === "/Secret" ? settings.mutableSecrets : settings.mutableConfigMaps;
  const asData = mutable && news.immutable !== true ? [] : ((table.unlessMutable as Fields)[kind] ?? []);
  return [...table.always, ...((table.kinds as Fields)[kind] ?? []), ...asData];
}

function isWithin(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);
}
