import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One process that the keeper runs. */
export interface Kept {
  readonly name: string;
  readonly pid: number;
  /** Its output, both streams. */
  readonly logPath: string;
  /** Resolves with how it ended, such as `exit code 1` or `SIGKILL`. Never rejects. */
  readonly ended: Promise<string>;
  /** How it ended; undefined while it runs. */
  end(): string | undefined;
  /** Last lines of its output. */
  tail(lines?: number): string;
  /** Ends this one alone, at once. */
  kill(): Promise<void>;
}

/** Runs processes for a lab and leaves nothing of them, however this process ends. */
export interface Keeper {
  /** Temporary folder, readable by this user only; removed by `stop`. */
  readonly directory: string;
  readonly logs: string;
  run(name: string, command: string, args: readonly string[], env?: NodeJS.ProcessEnv): Kept;
  /** Those that ended by themselves, each with how and its last words. */
  lost(): string[];
  /** Something else to end first, such as a server of this process. */
  onStop(work: () => Promise<void> | void): void;
  stop(): Promise<void>;
}

/** Names the folder in every child's environment, so that `runningFor` finds them. */
export const LAB_VARIABLE = "PYAIRTABLE_LAB_DIR";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The watchdog reads process groups from its standard input. When that closes, this process is gone in whatever
 * way (also kill -9), so it ends them and removes the folder.
 */
const WATCHDOG = `while read -r group; do set -- "$@" "-$group"; done
[ $# -gt 0 ] && kill -s KILL -- "$@" 2>/dev/null
sleep 0.2; rm -rf -- "$0"`;

/** `keepLogs` leaves the folder of logs where it is, and only that. */
export function createKeeper(label: string, { keepLogs = false } = {}): Keeper {
  const root = mkdtempSync(join(tmpdir(), `pyairtable-${label}-`));
  const [directory, logs] = [join(root, "run"), join(root, "logs")];
  for (const folder of [directory, logs]) mkdirSync(folder, { mode: 0o700 });
  const passing = keepLogs ? directory : root;
  const kept: Kept[] = [];
  const endings: (() => Promise<void> | void)[] = [];
  const watchdog = spawn("sh", ["-c", WATCHDOG, passing], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    env: { PATH: process.env.PATH },
  });
  watchdog.unref();
  watchdog.stdin?.on("error", () => {});
  (watchdog.stdin as unknown as { unref(): void }).unref();

  const removeFolder = (): void => {
    rmSync(passing, { recursive: true, force: true, maxRetries: 5 });
  };
  const killAll = (): void => {
    for (const one of kept) if (one.end() === undefined) killGroup(one.pid);
  };
  const onExit = (): void => {
    killAll();
    // Files may still be written for a moment: the watchdog removes the folder after its pause.
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    killAll();
    release();
    // Whoever else listens decides about this process; with nobody left it ends as the signal says.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const release = (): void => {
    process.off("exit", onExit);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.on("exit", onExit);
  for (const signal of SIGNALS) process.on(signal, onSignal);

  return {
    directory,
    logs,
    run(name, command, args, env = {}) {
      const one = start(name, join(logs, `${name}.log`), command, args, {
        PATH: process.env.PATH,
        HOME: directory,
        [LAB_VARIABLE]: directory,
        ...env,
      });
      kept.push(one);
      watchdog.stdin?.write(`${one.pid}\n`);
      return one;
    },
    lost: () =>
      kept.filter((one) => one.end() !== undefined).map((one) => `${one.name} (${one.end()}): ${one.tail(2)}`),
    onStop: (work) => void endings.unshift(work),
    async stop() {
      for (const work of endings.splice(0)) await work();
      killAll();
      await Promise.all(kept.map((one) => one.ended));
      release();
      watchdog.kill("SIGKILL");
      removeFolder();
    },
  };
}

function start(name: string, logPath: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv): Kept {
  const log = openSync(logPath, "a", 0o600);
  const child = spawn(command, args, { env, detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  const finished = ending(child);
  if (child.pid === undefined) throw new Error(`${command} does not start`);
  const pid = child.pid;
  let end: string | undefined;
  const ended = finished.then((how) => {
    end = how;
    return how;
  });
  return {
    name,
    pid,
    logPath,
    ended,
    end: () => end,
    tail: (lines = 5) =>
      existsSync(logPath) ? readFileSync(logPath, "utf8").trimEnd().split("\n").slice(-lines).join("\n") : "",
    async kill() {
      if (end === undefined) killGroup(pid);
      await ended;
    },
  };
}

function ending(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
