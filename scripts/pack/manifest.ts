import type { WorkspacePackage } from "./workspace.ts";

export interface Dependencies {
  readonly packages: ReadonlyMap<string, WorkspacePackage>;
  /** Third-party name to exact version. */
  readonly pinned: Readonly<Record<string, string>>;
}

/** `package.json` of the published package: JavaScript entries with types, real dependencies, nothing private. */
export function manifest(one: WorkspacePackage, imported: ReadonlySet<string>, { packages, pinned }: Dependencies) {
  const dependencies: Record<string, string> = {};
  const peerDependencies: Record<string, string> = {};
  for (const name of [...imported].filter((other) => other !== one.name).sort()) {
    const version = packages.get(name)?.version ?? pinned[name];
    if (version === undefined) throw new Error(`${one.name} imports ${name}, which the root's dependencies do not pin`);
    // One copy of the SDK a program: two would not see each other's resources.
    if (name.startsWith("@pulumi/")) peerDependencies[name] = `^${version}`;
    else dependencies[name] = version;
  }
  return {
    name: one.name,
    version: one.version,
    description: one.description ?? `${one.name} of the PyAirtable platform`,
    license: one.license,
    type: "module",
    exports: Object.fromEntries(Object.entries(one.exports).map(([subpath, file]) => [subpath, entry(file)])),
    dependencies,
    peerDependencies,
    engines: { node: ">=22.18" },
  };
}

function entry(file: string): string | { types: string; default: string } {
  if (!file.endsWith(".ts")) return file;
  const stem = file.slice(0, -".ts".length);
  return { types: `${stem}.d.ts`, default: `${stem}.js` };
}
