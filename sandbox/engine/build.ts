import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Progress } from "../process/progress.ts";
import { CLI_MODULE, CLI_VERSION, SDK_VERSION_VARIABLE } from "./version.ts";

const MODULE_DIRECTORY = fileURLToPath(new URL("./module/", import.meta.url));

/** Outcome of one way to get the CLI: its path, or why this way is closed. */
export type Attempt = { readonly path: string } | { readonly refused: string };

/**
 * Builds the CLI from the Go module proxy with the committed go.mod and go.sum.
 * About four minutes on two cores with cold caches, seconds with warm ones.
 */
export async function buildFromSource(cache: string, progress: Progress, env = process.env): Promise<Attempt> {
  const work = join(cache, "module");
  const binaries = join(cache, "bin");
  mkdirSync(work, { recursive: true });
  mkdirSync(binaries, { recursive: true });
  for (const file of readdirSync(MODULE_DIRECTORY)) copyFileSync(join(MODULE_DIRECTORY, file), join(work, file));

  const target = join(binaries, "pulumi");
  const partial = `${target}.partial-${process.pid}`;
  const flags = `-s -w -X ${SDK_VERSION_VARIABLE}=${CLI_VERSION}`;
  progress.say(`building ${CLI_VERSION} from source (once; about 4 minutes on 2 cores)`);
  const started = Date.now();
  let compiled = 0;
  const result = await runGo(
    ["build", "-v", "-mod=readonly", "-ldflags", flags, "-o", partial, CLI_MODULE],
    work,
    env,
    (line) => {
      if (!line.startsWith("go: ")) compiled++;
      const seconds = Math.round((Date.now() - started) / 1000);
      progress.say(`building ${CLI_VERSION} from source: ${compiled} packages compiled, ${seconds} s`);
    },
  );
  if (result.refused !== undefined) {
    rmSync(partial, { force: true });
    return { refused: result.refused };
  }
  renameSync(partial, target);
  return { path: target };
}

async function runGo(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void,
): Promise<{ refused?: string }> {
  return new Promise((resolve) => {
    const tail: string[] = [];
    const child = spawn("go", args, { cwd, env: { ...env, GOFLAGS: "" }, stdio: ["ignore", "ignore", "pipe"] });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      for (const line of chunk.split("\n").filter((text) => text.trim() !== "")) {
        tail.push(line);
        if (tail.length > 200) tail.shift();
        onLine(line);
      }
    });
    child.on("error", (error: NodeJS.ErrnoException) =>
      resolve({ refused: error.code === "ENOENT" ? "no `go` on PATH" : error.message }),
    );
    child.on("close", (code) => resolve(code === 0 ? {} : { refused: explain(tail, code) }));
  });
}

/** Turns the compiler's last words into one sentence. */
function explain(tail: readonly string[], code: number | null): string {
  const full = tail.find((line) => /no space left on device|disk quota exceeded/i.test(line));
  if (full !== undefined)
    return "the disk is full (go build needs about 3 GB while it works); free space and run again";
  const spoken = tail.filter((line) => /error|cannot|refused|missing|timeout|denied|:\d+:\d+:/i.test(line)).slice(-2);
  return `go build ended with ${code}: ${(spoken.length > 0 ? spoken : tail.slice(-2)).join(" / ")}`;
}
