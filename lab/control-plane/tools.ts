import { fileURLToPath } from "node:url";
import { createProgress, ensureCommands, type GoBuild, type Progress } from "@pyairtable/go-build";
import table from "./data/tools.json" with { type: "json" };

/** Paths of the real binaries. */
export interface Tools {
  readonly etcd: string;
  readonly "kube-apiserver": string;
  readonly "kube-scheduler": string;
  readonly "kube-controller-manager": string;
  readonly kwok: string;
  readonly "vpa-recommender": string;
}

/**
 * Finds the binaries in the cache or builds them from the Go module proxy: about ten minutes cold on two cores,
 * then never again. Throws a `UserError` that says why where it cannot.
 */
export async function ensureTools(
  progress: Progress = createProgress("control plane"),
  env = process.env,
): Promise<Tools> {
  const paths: Record<string, string> = {};
  // One after the other: each build uses all cores already.
  for (const { folder, ...rest } of table.tools) {
    const build: GoBuild = { module: toolModule(folder), ...rest };
    Object.assign(paths, await ensureCommands(build, progress, env));
  }
  return paths as unknown as Tools;
}

/** Folder with the committed go.mod and go.sum of one tool. */
export function toolModule(folder: string): string {
  return fileURLToPath(new URL(`./tools/${folder}/`, import.meta.url));
}
