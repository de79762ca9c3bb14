import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SandboxPaths } from "./paths.ts";

/**
 * Prepares the sandbox's own PULUMI_HOME and backend. The CLI keeps an automatic debug log of every command there,
 * compressed and encrypted, 5 MB a preview and a third of the engine's time: a file in the folder's place makes the CLI
 * go without. `-v=9 --logtostderr` still shows it all.
 */
export function prepareHome(paths: SandboxPaths): void {
  mkdirSync(paths.home, { recursive: true });
  mkdirSync(paths.state, { recursive: true });
  const logs = join(paths.home, "logs");
  if (!existsSync(logs)) writeFileSync(logs, "Automatic logs are off in the sandbox; use -v=9 --logtostderr.\n");
}
