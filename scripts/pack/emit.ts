import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { WorkspacePackage } from "./workspace.ts";

/** Compiles the packages' entries and what they import to `.js` and `.d.ts` under `folder`, laid out as in `root`. */
export function emit(
  root: string,
  folder: string,
  packages: readonly WorkspacePackage[],
  all: ReadonlyMap<string, WorkspacePackage>,
): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "tsconfig.json");
  const entries = packages.flatMap((one) => Object.values(one.exports).map((file) => join(root, one.folder, file)));
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(root, "tsconfig.json"),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        rewriteRelativeImportExtensions: true,
        rootDir: root,
        paths: sourcesOf(root, all),
        outDir: folder,
        types: ["node"],
        typeRoots: [join(root, "node_modules/@types")],
      },
      include: [],
      exclude: [],
      files: entries.filter((file) => file.endsWith(".ts")),
    }),
  );
  const tsc = join(root, "node_modules/.bin/tsc");
  const run = spawnSync(process.execPath, [tsc, "-p", config], { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`the packages do not compile:\n${run.stdout}${run.stderr}`);
}

/** Statements that start a line, and calls: prose in strings says "from" too. */
const IMPORTS = /(?:^(?:import|export)\b(?:[^"';]*?\bfrom)?|\bimport\s*\()\s*"([^"]+)"/gm;

/**
 * Our packages by their source. Found through node_modules instead, a file counts as someone else's and is not
 * emitted, or is: that depends on which of the compiler's threads comes first.
 */
function sourcesOf(root: string, all: ReadonlyMap<string, WorkspacePackage>): Record<string, string[]> {
  const paths: Record<string, string[]> = {};
  for (const { name, folder, exports } of all.values()) {
    for (const [subpath, file] of Object.entries(exports)) paths[join(name, subpath)] = [join(root, folder, file)];
  }
  return paths;
}

/** Packages that the emitted files of `folder` import, Node's own left out. */
export function importedPackages(folder: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of globSync("**/*.{js,d.ts}", { cwd: folder })) {
    const text = readFileSync(join(folder, file), "utf8");
    for (const [, specifier] of text.matchAll(IMPORTS)) {
      if (specifier === undefined || /^(\.|node:)/.test(specifier)) continue;
      names.add(specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/"));
    }
  }
  return names;
}

/** Emitted files of one package, relative to its folder. */
export function emittedFiles(folder: string, one: WorkspacePackage): string[] {
  const own = join(folder, one.folder);
  return globSync("**/*.{js,d.ts,json}", { cwd: own }).map((file) => relative(own, join(own, file)));
}
