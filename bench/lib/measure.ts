import { spawn } from "node:child_process";
import { treeResidentMiB } from "./process-tree.ts";

export interface Measured {
  readonly seconds: number;
  /** Largest sum of resident memory over all processes of the command, sampled; shared pages count in each. */
  readonly peakMiB: number;
  readonly output: string;
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

const SAMPLE_MS = 100;

/** Runs a command to its end. Any exit code but 0 is an error with the end of its output: no figure for a failed run. */
export async function measure({ command, args, cwd, env }: Command): Promise<Measured> {
  const startedMs = performance.now();
  const child = spawn(command, [...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  let peakMiB = 0;
  const sampler = setInterval(() => {
    if (child.pid !== undefined) peakMiB = Math.max(peakMiB, treeResidentMiB(child.pid));
  }, SAMPLE_MS);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    const seconds = (performance.now() - startedMs) / 1000;
    if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output.slice(-3000)}`);
    return { seconds, peakMiB, output };
  } finally {
    clearInterval(sampler);
  }
}
