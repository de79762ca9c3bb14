import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { UserError } from "@pyairtable/diagnostics";
import { createProgress, type Progress } from "../process/progress.ts";
import { buildFromSource } from "./build.ts";
import { engineCacheDirectory } from "./cache.ts";
import { installFromVendor } from "./install.ts";
import { withLock } from "./lock.ts";
import { CLI_VERSION, isNewEnough, OLDEST_CLI, parseVersion } from "./version.ts";

export interface Engine {
  readonly path: string;
  readonly version: string;
  /** False for a CLI built from source, which comes without `pulumi-language-nodejs`. */
  readonly hasLanguageHost: boolean;
}

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
  for (const path of [join(cache, "vendor", "bin", "pulumi"), join(cache, "bin", "pulumi")]) {
    if (existsSync(path)) {
      const engine = inspect(path, env);
      if (engine !== undefined) return engine;
    }
  }
  return undefined;
}

function inspect(path: string, env: NodeJS.ProcessEnv): Engine | undefined {
  try {
    const version = execFileSync(path, ["version"], {
      encoding: "utf8",
      env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" },
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
    const beside = existsSync(join(dirname(path), "pulumi-language-nodejs"));
    return { path, version, hasLanguageHost: beside || findOnPath("pulumi-language-nodejs", env) !== undefined };
  } catch {
    return undefined;
  }
}

/** First executable file of that name on PATH, leaving out npm's own folders (the npm `pulumi` is a downloader). */
export function findOnPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  for (const directory of (env.PATH ?? "").split(delimiter)) {
    if (directory === "" || directory.includes("node_modules")) continue;
    const candidate = join(directory, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not here: look further.
    }
  }
  return undefined;
}
