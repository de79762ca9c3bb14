import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findOnPath } from "./path.ts";

export interface Engine {
  readonly path: string;
  readonly version: string;
  /** False for a CLI built from source, which comes without `pulumi-language-nodejs`. */
  readonly hasLanguageHost: boolean;
}

/** Asks a CLI for its version; undefined where it does not run. */
export function inspect(path: string, env: NodeJS.ProcessEnv): Engine | undefined {
  try {
    const version = execFileSync(path, ["version"], {
      encoding: "utf8",
      env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" },
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
    return { path, version, hasLanguageHost: hasLanguageHost(path, env) };
  } catch {
    return undefined;
  }
}

/** As `inspect`, for a CLI in our own cache: asked once, then known by its size and time of change. */
export function inspectCached(path: string, env: NodeJS.ProcessEnv): Engine | undefined {
  if (!existsSync(path)) return undefined;
  const { size, mtimeMs } = statSync(path);
  const stamp = `${path}.stamp`;
  const mark = `${size} ${mtimeMs}`;
  const [known, version] = existsSync(stamp) ? readFileSync(stamp, "utf8").split("\n") : [];
  if (known === mark && version) return { path, version, hasLanguageHost: hasLanguageHost(path, env) };
  const engine = inspect(path, env);
  if (engine !== undefined) writeFileSync(stamp, `${mark}\n${engine.version}\n`);
  return engine;
}

function hasLanguageHost(path: string, env: NodeJS.ProcessEnv): boolean {
  const name = "pulumi-language-nodejs";
  return existsSync(join(dirname(path), name)) || findOnPath(name, env) !== undefined;
}
