import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Path relative to the root, with forward slashes, to text. */
export type FileSet = ReadonlyMap<string, string>;

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TEXT = /\.(?:ts|mts|js|mjs|json|md|ya?ml|sh|mod|html|svg)$|^\.ci\/run$|^LICENSE$/;

/** Text files that are committed or would be: git's list without ignored ones. */
export function repositoryFiles(): FileSet {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = listed.split("\n").filter((path) => TEXT.test(path) && existsSync(join(ROOT, path)));
  return new Map(paths.map((path) => [path, readFileSync(join(ROOT, path), "utf8")]));
}

/** A file set for a mutant. */
export function fileSet(files: Readonly<Record<string, string>>): FileSet {
  return new Map(Object.entries(files));
}

export const isTest = (path: string) => /\.(?:test|e2e)\.ts$/.test(path);
