import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";

const SETPRIV = ["/usr/bin/setpriv", "/bin/setpriv"].find((path) => existsSync(path));

/**
 * Runs the CLI on this terminal and hands signals on. Returns its exit code (128 + n for a signal).
 * The first signal asks the engine to stop in order, the second ends it.
 */
export function runEngine(cli: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawnBound(cli, args, env);
    const stopForwarding = forwardSignals(child);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      stopForwarding();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 1));
    });
  });
}

/** With util-linux at hand the engine dies with this process even when it is killed outright. */
function spawnBound(cli: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  if (SETPRIV === undefined) return spawn(cli, args, { env, stdio: "inherit" });
  return spawn(SETPRIV, ["--pdeathsig", "KILL", "--", cli, ...args], { env, stdio: "inherit" });
}

function forwardSignals(child: ChildProcess): () => void {
  let received = 0;
  const handler = (signal: NodeJS.Signals): void => {
    received++;
    // On a terminal Ctrl-C reaches the engine by itself: sending it again would cut the orderly stop short.
    const alreadyThere = signal === "SIGINT" && process.stdin.isTTY === true;
    if (received > 2) child.kill("SIGKILL");
    else if (!alreadyThere) child.kill("SIGINT");
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, handler);
  return () => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, handler);
  };
}
