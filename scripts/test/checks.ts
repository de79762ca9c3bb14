import { spawn } from "node:child_process";
import { ONE_FAILED, ONE_PASSED, type Tally } from "./tally.ts";

/** A command whose exit code is the verdict. */
export interface Check {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
}

export const CHECKS: readonly Check[] = [
  { title: "types", command: "tsc", args: ["-p", "."] },
  { title: "lint and format", command: "biome", args: ["check", "."] },
  { title: "generated files up to date", command: "node", args: ["scripts/generate.ts", "--check"] },
];

/** Runs one check with its output passed through; a command that cannot start counts as failed. */
export async function runCheck(check: Check, cwd: string): Promise<Tally> {
  const code = await new Promise<number>((resolve) => {
    const child = spawn(check.command, [...check.args], { cwd, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", (error) => {
      console.error(`${check.command}: ${error.message}`);
      resolve(127);
    });
    child.on("close", (exit, signal) => resolve(signal === null ? (exit ?? 1) : 1));
  });
  return code === 0 ? ONE_PASSED : ONE_FAILED;
}
