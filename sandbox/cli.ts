/**
 * `npm run sandbox -- <any pulumi command>`: the literal command on the real CLI, with a backend, a home
 * and providers of its own, so that it needs no cloud account. Exit code: the CLI's.
 */
import { mkdirSync } from "node:fs";
import { UserError } from "@pyairtable/diagnostics";
import { parseCommandLine } from "./command-line.ts";
import { ensureEngine } from "./engine/find.ts";
import { runInSandbox } from "./session.ts";
import { sandboxPaths } from "./state/paths.ts";

try {
  const line = parseCommandLine(process.argv.slice(2));
  const paths = sandboxPaths();
  mkdirSync(paths.root, { recursive: true });
  process.exitCode = await runInSandbox(await ensureEngine(), line, paths);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
