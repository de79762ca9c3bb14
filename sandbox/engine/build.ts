import { fileURLToPath } from "node:url";
import { buildCommands, type Progress } from "@pyairtable/go-build";
import { CLI_MODULE, CLI_VERSION, SDK_VERSION_VARIABLE } from "./version.ts";

/** Outcome of one way to get the CLI: its path, or why this way is closed. */
export type Attempt = { readonly path: string } | { readonly refused: string };

/** Builds the CLI from the Go module proxy with the committed go.mod and go.sum into `<cache>/bin`. */
export async function buildFromSource(cache: string, progress: Progress, env = process.env): Promise<Attempt> {
  const built = await buildCommands(
    {
      module: fileURLToPath(new URL("./module/", import.meta.url)),
      commands: [{ name: "pulumi", package: CLI_MODULE }],
      ldflags: `-s -w -X ${SDK_VERSION_VARIABLE}=${CLI_VERSION}`,
      title: CLI_VERSION,
      coldTime: "about 4 minutes on 2 cores",
    },
    cache,
    progress,
    env,
  );
  return "refused" in built ? built : { path: built.paths.pulumi as string };
}
