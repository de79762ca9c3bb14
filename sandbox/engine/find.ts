import { join } from "node:path";
import { UserError } from "@pyairtable/diagnostics";
import { createProgress, type Progress, withLock } from "@pyairtable/go-build";
import { buildFromSource } from "./build.ts";
import { engineCacheDirectory } from "./cache.ts";
import { type Engine, inspect, inspectCached } from "./inspect.ts";
import { installFromVendor } from "./install.ts";
import { findOnPath } from "./path.ts";
import { CLI_VERSION, isNewEnough, OLDEST_CLI, parseVersion } from "./version.ts";

/** Finds or makes the CLI: PATH, then the cache, then the vendor's installer, then a build from source. */
export async function ensureEngine(env = process.env, progress = createProgress("pulumi CLI")): Promise<Engine> {
  const refusals: string[] = [];
  const onPath = findOnPath("pulumi", env);
  if (onPath !== undefined) {
    const engine = inspect(onPath, env);
    const version = engine && parseVersion(engine.version);
    if (engine && version && isNewEnough(version)) return engine;
    refusals.push(`PATH: ${engine?.version ?? "does not run"}, wanted ${OLDEST_CLI.join(".")} or newer of major 3`);
  } else refusals.push("PATH: no `pulumi`");

  const cache = engineCacheDirectory(env);
  return fromCache(cache, env) ?? withLock(cache, progress, () => fromCacheOrMake(cache, env, progress, refusals));
}

async function fromCacheOrMake(
  cache: string,
  env: NodeJS.ProcessEnv,
  progress: Progress,
  refusals: string[],
): Promise<Engine> {
  const made = fromCache(cache, env);
  if (made !== undefined) return made;
  progress.say("asking the vendor's installer");
  const installed = await installFromVendor(cache, env);
  if ("refused" in installed) refusals.push(`vendor's installer: ${installed.refused}`);
  const attempt = "path" in installed ? installed : await buildFromSource(cache, progress, env);
  if ("refused" in attempt) refusals.push(`build from source: ${attempt.refused}`);
  const engine = "path" in attempt ? inspect(attempt.path, env) : undefined;
  progress.done(engine && `${engine.version} is ready`);
  if (engine !== undefined) return engine;
  throw new UserError("Pulumi CLI", [
    {
      code: "engine.not-found",
      path: "pulumi CLI",
      got: refusals.join("; "),
      wanted: `pulumi ${CLI_VERSION} on PATH, from the vendor's installer, or built with Go 1.26 or newer`,
      fix: "Install the Pulumi CLI or Go, then run the command again; nothing was changed.",
    },
  ]);
}

function fromCache(cache: string, env: NodeJS.ProcessEnv): Engine | undefined {
  return inspectCached(join(cache, "vendor", "bin", "pulumi"), env) ?? inspectCached(join(cache, "bin", "pulumi"), env);
}
