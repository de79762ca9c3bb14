import type { FileSet } from "./file-set.ts";
import { type Edge, importEdges } from "./imports.ts";

/** What each room may import besides itself and packages from outside; rooms not named (bench, test, scripts) may all. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  packages: [],
  catalog: ["packages"],
  components: ["packages", "catalog"],
  stacks: ["packages", "catalog", "components"],
  "index.ts": ["packages", "catalog", "components", "stacks"],
  policies: ["packages"],
  functions: ["packages"],
  sandbox: ["packages"],
  lab: ["packages"],
  examples: ["packages", "components"],
};

/** Packages that touch Pulumi by their purpose; types are free for all. */
export const PULUMI_PACKAGES: readonly string[] = ["packages/outputs/"];

/** One sentence an offending edge: `catalog/x.ts imports ../stacks/y.ts: catalog may import packages`. */
export function wrongDirections(files: FileSet): readonly string[] {
  return importEdges(files).flatMap((edge) => {
    const from = room(edge.from);
    const allowed = MAY_IMPORT[from];
    if (allowed === undefined) return [];
    if (edge.to === null) return pulumiInPackages(edge, from);
    const to = room(edge.to);
    if (to === from || allowed.includes(to)) return [];
    return [`${edge.from} imports ${edge.specifier}: ${from} may import ${allowed.join(", ") || "only itself"}`];
  });
}

function room(path: string): string {
  const slash = path.indexOf("/");
  return slash === -1 ? path : path.slice(0, slash);
}

function pulumiInPackages(edge: Edge, from: string): readonly string[] {
  if (from !== "packages" || edge.typeOnly || !edge.specifier.startsWith("@pulumi/")) return [];
  if (PULUMI_PACKAGES.some((folder) => edge.from.startsWith(folder))) return [];
  return [`${edge.from} imports ${edge.specifier}: packages are free of Pulumi`];
}
