import { spawn } from "node:child_process";
import { explainGo } from "./explain.ts";

/** Lines kept to explain a failure. */
const TAIL_LINES = 200;

/**
 * Runs `go` in a folder. Flags from outside are left out, so that a build is the same everywhere; proxy settings
 * stay. Returns standard output, or why it failed.
 */
export function runGo(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void = () => {},
): Promise<{ readonly output: string } | { readonly refused: string }> {
  return new Promise((resolve) => {
    const tail: string[] = [];
    let output = "";
    const child = spawn("go", args, {
      cwd,
      env: { ...env, GOFLAGS: "", GOWORK: "off" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      for (const line of chunk.split("\n").filter((text) => text.trim() !== "")) {
        tail.push(line);
        if (tail.length > TAIL_LINES) tail.shift();
        onLine(line);
      }
    });
    child.on("error", (error: NodeJS.ErrnoException) =>
      resolve({ refused: error.code === "ENOENT" ? "no `go` on PATH" : error.message }),
    );
    child.on("close", (code) =>
      resolve(code === 0 ? { output } : { refused: explainGo([...tail, ...output.split("\n").slice(-20)], code) }),
    );
  });
}
