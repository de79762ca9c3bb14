/**
 * `npm run sandbox -- <any pulumi command>`: the literal command on the real CLI, with a backend, a home
 * and providers of its own, so that it needs no cloud account. Exit code: the CLI's.
 */
import { mkdirSync } from "node:fs";
import { enableCompileCache } from "node:module";
import "./process/lazy-modules.ts";
import { sandboxPaths } from "./state/paths.ts";

const paths = sandboxPaths();
enableCompileCache(paths.compileCache);
const { UserError } = await import("@pyairtable/diagnostics");
const { parseCommandLine } = await import("./command-line.ts");
const { ensureEngine } = await import("./engine/find.ts");
const { runInSandbox } = await import("./session.ts");

try {
  const line = parseCommandLine(process.argv.slice(2));
  mkdirSync(paths.root, { recursive: true });
  process.exitCode = await runInSandbox(await ensureEngine(), line, paths);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
