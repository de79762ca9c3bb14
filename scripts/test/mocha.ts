import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { add, NOTHING, ONE_FAILED, type Tally } from "./tally.ts";

export interface MochaRun {
  readonly title: string;
  readonly cwd: string;
  readonly files: readonly string[];
  /** Per test. */
  readonly timeoutMs: number;
  readonly grep: string | null;
  /** Whether files may share the machine. */
  readonly parallel: boolean;
}

const REPORTER = fileURLToPath(new URL("./reporter.ts", import.meta.url));

/**
 * Runs mocha in a process of its own.
 *
 * Counts come from the reporter's file. No file, a signal, or an exit code that the counts don't explain
 * is a crash and counts as one failure. So is a run that found no test, unless `grep` narrowed it.
 */
export async function runMocha(run: MochaRun): Promise<Tally> {
  if (run.files.length === 0) return run.grep === null ? missing(run.title) : NOTHING;
  const folder = mkdtempSync(join(tmpdir(), "pyairtable-test-"));
  try {
    const counts = join(folder, "counts.json");
    const { code, signal } = await spawnMocha(run, counts);
    const tally = readCounts(counts);
    if (tally === null) return crashed(run.title, NOTHING, `mocha ended ${how(code, signal)} before its report`);
    const explained = signal === null && (code === 0 ? tally.failed === 0 : tally.failed > 0);
    if (!explained && !(code !== 0 && ranNothing(tally))) {
      return crashed(run.title, tally, `mocha ended ${how(code, signal)} with ${tally.failed} failures reported`);
    }
    return ranNothing(tally) && run.grep === null ? missing(run.title) : tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function spawnMocha(run: MochaRun, counts: string): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  const args = ["--reporter", REPORTER, "--reporter-option", `counts=${counts}`, "--timeout", String(run.timeoutMs)];
  if (run.parallel) args.push("--parallel", "--jobs", String(Math.max(2, availableParallelism())));
  if (run.grep !== null) args.push("--grep", run.grep);
  return new Promise((resolve) => {
    const child = spawn("mocha", [...args, ...run.files], { cwd: run.cwd, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", (error) => {
      console.error(`mocha: ${error.message}`);
      resolve({ code: 127, signal: null });
    });
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
}

function readCounts(path: string): Tally | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Tally;
  } catch {
    return null;
  }
}

const ranNothing = (tally: Tally) => tally.passed + tally.failed + tally.skipped === 0;
const how = (code: number | null, signal: string | null) =>
  signal === null ? `with exit code ${code}` : `by ${signal}`;

function missing(title: string): Tally {
  console.error(`${title}: no test ran`);
  return ONE_FAILED;
}

function crashed(title: string, tally: Tally, why: string): Tally {
  console.error(`${title}: ${why}`);
  return add(tally, ONE_FAILED);
}
