import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./alive.ts";
import type { Progress } from "./progress.ts";

/**
 * Runs `work` while holding a lock directory, so two commands never build into the same place.
 * Waits for a living holder; takes over from a dead one.
 */
export async function withLock<T>(directory: string, progress: Progress, work: () => Promise<T>): Promise<T> {
  const lock = join(directory, "lock");
  const owner = join(lock, "pid");
  mkdirSync(directory, { recursive: true });
  while (!tryAcquire(lock, owner)) {
    const holder = readHolder(owner);
    if (holder !== undefined && isAlive(holder))
      progress.say(`waiting for process ${holder}, which is setting up the same`);
    // A holder without a pid file may be between mkdir and write: give it the same pause before taking over.
    await sleep(500);
    const again = readHolder(owner);
    if (again === holder && (again === undefined || !isAlive(again))) rmSync(lock, { recursive: true, force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function tryAcquire(lock: string, owner: string): boolean {
  try {
    mkdirSync(lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  writeFileSync(owner, String(process.pid));
  return true;
}

function readHolder(owner: string): number | undefined {
  try {
    return Number(readFileSync(owner, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}
