import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createProgress, ensureCommands, type GoBuild, type Progress } from "@pyairtable/go-build";
import table from "./data/tools.json" with { type: "json" };

/** Paths of the real binaries. */
export interface Tools {
  readonly prometheus: string;
  readonly promtool: string;
  readonly alertmanager: string;
  readonly amtool: string;
}

/**
 * Finds each pair on PATH where both are new enough, else in the cache, else builds it from the Go module proxy. Throws
 * a `UserError` that says why where it cannot.
 */
export async function ensureTools(
  progress: Progress = createProgress("monitoring lab"),
  env = process.env,
): Promise<Tools> {
  const paths: Record<string, string> = {};
  // One after the other: each build uses all cores already.
  for (const { folder, leastVersion, ...rest } of table.tools) {
    const build: GoBuild = { module: toolModule(folder), ...rest };
    const names = build.commands.map(({ name }) => name);
    Object.assign(paths, onPath(names, leastVersion, env) ?? (await ensureCommands(build, progress, env)));
  }
  return paths as unknown as Tools;
}

/** Folder with the committed go.mod and go.sum of one pair. */
export function toolModule(folder: string): string {
  return fileURLToPath(new URL(`./tools/${folder}/`, import.meta.url));
}

/** The names themselves where PATH has all of them, none older than wanted. */
function onPath(names: readonly string[], leastVersion: string, env: NodeJS.ProcessEnv) {
  const found = names.every((name) => isAtLeast(versionOf(name, env), leastVersion));
  return found ? Object.fromEntries(names.map((name) => [name, name])) : undefined;
}

function versionOf(command: string, env: NodeJS.ProcessEnv): string | undefined {
  try {
    const said = execFileSync(command, ["--version"], { env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return /version (\d+\.\d+\.\d+)/.exec(said)?.[1];
  } catch {
    return undefined;
  }
}

/** `3.16.0` is at least `3.9.2`. */
export function isAtLeast(version: string | undefined, least: string): boolean {
  if (version === undefined) return false;
  const [have, want] = [version, least].map((text) => text.split(".").map(Number)) as [number[], number[]];
  const different = want.findIndex((part, index) => have[index] !== part);
  return different === -1 || have[different]! > want[different]!;
}
