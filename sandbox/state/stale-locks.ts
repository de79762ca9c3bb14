import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isAlive } from "@pyairtable/go-build";
import type { SandboxPaths } from "./paths.ts";

interface LockFile {
  readonly pid: number;
  readonly hostname: string;
}

/**
 * Removes the backend's locks of processes on this machine that are gone (kill -9, power loss), as
 * `pulumi cancel` would. Locks of living processes stay: the CLI then refuses by itself. Returns the dead pids.
 */
export function removeStaleLocks(paths: SandboxPaths): number[] {
  const root = join(paths.state, ".pulumi", "locks");
  if (!existsSync(root)) return [];
  const removed: number[] = [];
  for (const file of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".json")) continue;
    const path = join(root, file);
    const lock = readLock(path);
    if (lock !== undefined && lock.hostname === hostname() && !isAlive(lock.pid)) {
      rmSync(path, { force: true });
      rmSync(`${path}.attrs`, { force: true });
      removed.push(lock.pid);
    }
  }
  return removed;
}

function readLock(path: string): LockFile | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as LockFile;
  } catch {
    // A lock cut off in the middle of being written belongs to nobody who could still be working.
    return { pid: 0x7fffffff, hostname: hostname() };
  }
}
