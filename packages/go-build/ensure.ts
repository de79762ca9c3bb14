import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@pyairtable/diagnostics";
import { buildCommands } from "./build.ts";
import { cacheDirectory } from "./cache.ts";
import type { GoBuild } from "./command.ts";
import { withLock } from "./lock.ts";
import type { Progress } from "./progress.ts";

/**
 * Paths of a module's commands by name, built where the cache lacks them. Another go.mod, go.sum, flag or command
 * list is another folder of the cache. Throws a `UserError` (`go-build.failed`) that says why there are none.
 */
export async function ensureCommands(
  build: GoBuild,
  progress: Progress,
  env = process.env,
): Promise<Readonly<Record<string, string>>> {
  const directory = join(cacheDirectory("go", env), `${slug(build.title)}-${fingerprint(build)}`);
  const found = inCache(build, directory);
  if (found !== undefined) return found;
  return withLock(directory, progress, async () => {
    const made = inCache(build, directory);
    if (made !== undefined) return made;
    const built = await buildCommands(build, directory, progress, env);
    if ("paths" in built) return built.paths;
    throw new UserError(build.title, [
      {
        code: "go-build.failed",
        path: build.commands.map((command) => command.name).join(", "),
        got: built.refused,
        wanted: `${build.title}, built with Go from the module proxy or found in the cache`,
        fix: "Mend what the line above names, then run the command again; finished parts are kept.",
      },
    ]);
  });
}

function inCache(build: GoBuild, directory: string): Record<string, string> | undefined {
  const paths = build.commands.map(({ name }) => [name, join(directory, "bin", name)] as const);
  return paths.every(([, path]) => existsSync(path)) ? Object.fromEntries(paths) : undefined;
}

function fingerprint(build: GoBuild): string {
  const hash = createHash("sha256");
  for (const file of ["go.mod", "go.sum"]) hash.update(readFileSync(join(build.module, file)));
  // Left out where there are none, so that binaries of before stay where they are.
  const flags = build.tags === undefined ? [build.ldflags] : [build.ldflags, build.tags];
  hash.update(JSON.stringify([build.commands, ...flags]));
  return hash.digest("hex").slice(0, 12);
}

function slug(title: string): string {
  return title.replaceAll(/[^\w.-]+/g, "-").toLowerCase();
}
