import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package of this repository, as its `package.json` tells. */
export interface WorkspacePackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly description: string | undefined;
  /** Subpath to file, such as `"./network": "./network/index.ts"`. */
  readonly exports: Readonly<Record<string, string>>;
  /** Relative to the root, such as `packages/plan`. */
  readonly folder: string;
}

/** By name, the components and all of `packages/`. */
export function workspacePackages(root: string): ReadonlyMap<string, WorkspacePackage> {
  const manifests = globSync(["components/package.json", "packages/*/package.json"], { cwd: root });
  return new Map(
    manifests.map((path) => {
      const manifest = readJson(join(root, path)) as Omit<WorkspacePackage, "folder">;
      return [manifest.name, { ...manifest, folder: path.slice(0, -"/package.json".length) }];
    }),
  );
}

/** Third-party versions of the whole repository: they are pinned in one place, the root. */
export function pinnedVersions(root: string): Readonly<Record<string, string>> {
  return (readJson(join(root, "package.json")) as { dependencies: Record<string, string> }).dependencies;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
