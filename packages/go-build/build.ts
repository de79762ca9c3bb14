import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Built, GoBuild } from "./command.ts";
import type { Progress } from "./progress.ts";
import { runGo } from "./run-go.ts";

/**
 * Builds the commands of a module into `<directory>/bin`. A binary appears there whole or not at all. Hold a lock
 * (`withLock`) while it works. Seconds with warm Go caches.
 */
export async function buildCommands(
  build: GoBuild,
  directory: string,
  progress: Progress,
  env = process.env,
): Promise<Built> {
  const work = join(directory, "module");
  const binaries = join(directory, "bin");
  mkdirSync(work, { recursive: true });
  mkdirSync(binaries, { recursive: true });
  // A copy: `go` may write beside go.mod, and the checkout may be read-only.
  for (const file of readdirSync(build.module)) copyFileSync(join(build.module, file), join(work, file));

  const paths: Record<string, string> = {};
  const report = reporter(build, progress);
  for (const command of build.commands) {
    const target = join(binaries, command.name);
    const partial = `${target}.partial-${process.pid}`;
    const flags = ["-v", "-mod=readonly", "-trimpath", "-ldflags", build.ldflags ?? "-s -w"];
    if (build.tags !== undefined) flags.push("-tags", build.tags.join(","));
    const result = await runGo(["build", ...flags, "-o", partial, command.package], work, env, report);
    if ("refused" in result) {
      rmSync(partial, { force: true });
      return result;
    }
    renameSync(partial, target);
    paths[command.name] = target;
  }
  return { paths };
}

/** Counts what the compiler names, so that minutes of work show movement. */
function reporter(build: GoBuild, progress: Progress): (line: string) => void {
  const started = Date.now();
  let compiled = 0;
  progress.say(`building ${build.title} from source (once; ${build.coldTime})`);
  return (line) => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const fetching = /^go: downloading (\S+)/.exec(line)?.[1];
    if (!line.startsWith("go: ")) compiled++;
    const doing = fetching === undefined ? `${compiled} packages compiled` : `fetching ${fetching}`;
    progress.say(`building ${build.title} from source: ${doing}, ${seconds} s`);
  };
}
