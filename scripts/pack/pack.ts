import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { emit, emittedFiles, importedPackages } from "./emit.ts";
import { manifest } from "./manifest.ts";
import { pinnedVersions, type WorkspacePackage, workspacePackages } from "./workspace.ts";

/** What other programs import; everything else follows from their imports. */
const PUBLISHED = ["@pyairtable/components", "@pyairtable/outputs"];

export interface PackedPackage {
  readonly name: string;
  readonly folder: string;
  readonly files: number;
}

/** Writes one folder per package under `target`, ready for `npm pack` or `npm publish`. */
export function packComponents(root: string, target: string): PackedPackage[] {
  rmSync(target, { recursive: true, force: true });
  const build = join(target, ".build");
  const packages = workspacePackages(root);
  const chosen = emitClosure(root, build, packages);
  const pinned = pinnedVersions(root);
  const packed = chosen.map((one): PackedPackage => {
    const folder = join(target, one.name.split("/").at(-1) ?? one.name);
    const files = emittedFiles(build, one);
    for (const file of files) copy(join(build, one.folder, file), join(folder, file));
    for (const file of Object.values(one.exports).filter((path) => !path.endsWith(".ts"))) {
      copy(join(root, one.folder, file), join(folder, file));
    }
    const content = manifest(one, importedPackages(join(build, one.folder)), { packages, pinned });
    writeFileSync(join(folder, "package.json"), `${JSON.stringify(content, null, 2)}\n`);
    writeWords(root, one, folder);
    return { name: one.name, folder, files: files.length };
  });
  rmSync(build, { recursive: true });
  return packed;
}

/** Compiles until no further package of this repository is imported: its other entries have to come along. */
function emitClosure(root: string, build: string, all: ReadonlyMap<string, WorkspacePackage>): WorkspacePackage[] {
  let names = new Set(PUBLISHED);
  for (;;) {
    const chosen = [...names].sort().map((name) => {
      const one = all.get(name);
      if (one === undefined) throw new Error(`there is no package ${name}`);
      return one;
    });
    emit(root, build, chosen, all);
    const next = new Set([...names, ...[...importedPackages(build)].filter((name) => all.has(name))]);
    if (next.size === names.size) return chosen;
    names = next;
  }
}

function writeWords(root: string, one: WorkspacePackage, folder: string): void {
  const readme = join(root, one.folder, "README.md");
  if (existsSync(readme)) copy(readme, join(folder, "README.md"));
  else
    writeFileSync(
      join(folder, "README.md"),
      `# ${one.name}\n\nPart of the PyAirtable platform, compiled from \`${one.folder}/\`.\n`,
    );
  const license = join(root, "LICENSE");
  if (existsSync(license)) copy(license, join(folder, "LICENSE"));
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}
