import { readdirSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Tells which processes have a ledger open, so that it is compacted only when nobody else appends. */
export interface Presence {
  /** Runs `work` unless another live process has the ledger open. */
  whenAlone(work: () => void): void;
  leave(): void;
}

const WAIT_MILLISECONDS = 5;
const PATIENCE_ROUNDS = 400;
let opened = 0;

/**
 * Each opener first leaves a mark, then waits while a compaction runs. A compactor first takes the lock,
 * then looks for other marks: so either it sees the newcomer's mark, or the newcomer sees its lock.
 */
export function enterLedger(path: string): Presence {
  const mark = `${path}.open.${process.pid}.${opened++}`;
  const lock = `${path}.compacting`;
  writeFileSync(mark, "");
  waitWhileLocked(lock);
  return {
    whenAlone(work) {
      if (!takeLock(lock)) return;
      try {
        if (othersOf(path, mark).length === 0) work();
      } finally {
        unlinkSync(lock);
      }
    },
    leave: () => removeIfThere(mark),
  };
}

function othersOf(path: string, own: string): string[] {
  const folder = dirname(path);
  const marks = readdirSync(folder).filter((name) => name.startsWith(`${basename(path)}.open.`));
  return marks
    .map((name) => join(folder, name))
    .filter((mark) => mark !== own)
    .filter((mark) => {
      if (isAlive(Number(mark.split(".").at(-2)))) return true;
      removeIfThere(mark);
      return false;
    });
}

function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

function waitWhileLocked(lock: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let round = 0; round < PATIENCE_ROUNDS; round++) {
    if (takeLock(lock)) {
      unlinkSync(lock);
      return;
    }
    Atomics.wait(pause, 0, 0, WAIT_MILLISECONDS);
  }
  // Whoever held it this long was killed: compaction takes milliseconds.
  removeIfThere(lock);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
