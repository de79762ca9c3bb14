import { posix } from "node:path";
import type { FileSet } from "./file-set.ts";

export interface Edge {
  readonly from: string;
  /** As written. */
  readonly specifier: string;
  /** Path in the repository, or null for a package from outside. */
  readonly to: string | null;
  readonly typeOnly: boolean;
}

const STATIC = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^;'"`]*?\sfrom\s+)?["']([^"']+)["']/gm;
const DYNAMIC = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** Every import and re-export of the TypeScript files, resolved through relative paths and workspace names. */
export function importEdges(files: FileSet): readonly Edge[] {
  const workspaces = workspaceFolders(files);
  const edges: Edge[] = [];
  for (const [from, text] of files) {
    if (!/\.m?[tj]s$/.test(from)) continue;
    for (const match of text.matchAll(STATIC)) {
      const specifier = match[2]!;
      edges.push({ from, specifier, to: resolve(from, specifier, workspaces), typeOnly: match[1] !== undefined });
    }
    for (const match of text.matchAll(DYNAMIC)) {
      const specifier = match[1]!;
      edges.push({ from, specifier, to: resolve(from, specifier, workspaces), typeOnly: false });
    }
  }
  return edges;
}

function workspaceFolders(files: FileSet): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const [path, text] of files) {
    if (posix.basename(path) !== "package.json") continue;
    const { name } = JSON.parse(text) as { name?: string };
    if (name !== undefined && posix.dirname(path) !== ".") folders.set(name, posix.dirname(path));
  }
  return folders;
}

function resolve(from: string, specifier: string, workspaces: ReadonlyMap<string, string>): string | null {
  if (specifier.startsWith(".")) return posix.normalize(posix.join(posix.dirname(from), specifier));
  for (const [name, folder] of workspaces) {
    if (specifier === name) return `${folder}/index.ts`;
    if (specifier.startsWith(`${name}/`)) return `${folder}/${specifier.slice(name.length + 1)}`;
  }
  return null;
}
