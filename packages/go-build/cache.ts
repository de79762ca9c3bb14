import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where things live that are made once: outside the checkout, so they outlive `npm ci` and clones.
 * PYAIRTABLE_CACHE names another place.
 */
export function cacheDirectory(room: string, env: NodeJS.ProcessEnv = process.env): string {
  const base = env.PYAIRTABLE_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "pyairtable-platform");
  return join(base, room);
}
