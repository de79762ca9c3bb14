import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SandboxPaths } from "./paths.ts";
import type { Project } from "./stack.ts";

/**
 * Settles what a killed engine left pending, by the CLI's own `stack export` and `stack import`. The engine would warn
 * of it for ever, as it cannot know whether a cloud finished the call. This cloud answers a repeated create with what
 * is there already, so the next update does the work again and orphans nothing. With a real account one looks first:
 * docs/runbooks/stack-locked.md. Returns how many operations were settled.
 */
export function settlePendingOperations(
  project: Project,
  stack: string,
  paths: SandboxPaths,
  cli: string,
  env: NodeJS.ProcessEnv,
): number {
  const checkpoint = join(paths.state, ".pulumi", "stacks", project.name, `${stack}.json`);
  // Read first: an export takes half a second, and nearly always there is nothing to do.
  if (!existsSync(checkpoint) || !readFileSync(checkpoint, "utf8").includes('"pending_operations"')) return 0;
  const target = ["--stack", stack, "--cwd", project.directory];
  const exported = spawnSync(cli, ["stack", "export", ...target], { env, encoding: "utf8", maxBuffer: 1 << 30 });
  if (exported.status !== 0) throw new Error(`pulumi stack export: ${exported.stderr}`);
  const state = JSON.parse(exported.stdout) as { deployment: { pending_operations?: unknown[] } };
  const pending = state.deployment.pending_operations?.length ?? 0;
  if (pending === 0) return 0;
  delete state.deployment.pending_operations;
  const imported = spawnSync(cli, ["stack", "import", ...target], {
    env,
    input: JSON.stringify(state),
    encoding: "utf8",
  });
  // Someone else is at work on it: the command that follows says so better.
  if (/currently locked/.test(imported.stderr)) return 0;
  if (imported.status !== 0) throw new Error(`pulumi stack import: ${imported.stderr}`);
  return pending;
}
