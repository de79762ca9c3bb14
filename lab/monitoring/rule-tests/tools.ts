import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export interface ToolResult {
  readonly ok: boolean;
  /** Both streams. */
  readonly output: string;
}

/** Path of a tool: the variable named after it (`PROMTOOL=/…`), else the first on PATH; null where there is none. */
export function findTool(name: "promtool" | "amtool"): string | null {
  const given = process.env[name.toUpperCase()];
  if (given !== undefined && given !== "") return given;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {}
  }
  return null;
}

/** Runs a tool to its end; a failure is a result, not an exception. */
export function runTool(path: string, args: readonly string[], cwd: string): Promise<ToolResult> {
  return new Promise((resolve) => {
    execFile(path, [...args], { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: `${stdout}${stderr}` });
    });
  });
}
