import { homedir } from "node:os";
import { join } from "node:path";
import { CLI_VERSION } from "./version.ts";

/** Where the built or installed CLI lives: outside the checkout, so it outlives `npm ci` and clones. */
export function engineCacheDirectory(env: NodeJS.ProcessEnv = process.env): string {
  const base = env.PYAIRTABLE_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "pyairtable-platform");
  return join(base, "engine", CLI_VERSION);
}
