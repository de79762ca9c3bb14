import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SandboxPaths } from "./paths.ts";
import type { Project } from "./stack.ts";

const SALT = /^encryptionsalt: .*$/m;

/** Commands that take `--config-file`. `config` has it too, but is meant to change the committed file. */
const TAKE_CONFIG_FILE = new Set([
  "preview",
  "pre",
  "up",
  "update",
  "destroy",
  "dn",
  "down",
  "refresh",
  "import",
  "watch",
]);

/**
 * The CLI writes a stack's `encryptionsalt` into its stack file, but a sandbox's salt belongs to a passphrase
 * nobody else has. So commands get a copy of the committed file below the sandbox folder, and the salt stays there.
 * Returns the flags to add to the command.
 */
export function configFileFlags(
  project: Project,
  stack: string,
  args: readonly string[],
  paths: SandboxPaths,
  command: string,
): string[] {
  const given = args.some((argument) => argument === "--config-file" || argument.startsWith("--config-file="));
  const committed = join(project.directory, `Pulumi.${stack}.yaml`);
  if (given || !TAKE_CONFIG_FILE.has(command) || !existsSync(committed)) return [];
  const copy = join(paths.root, "config", project.name, `Pulumi.${stack}.yaml`);
  const text = readFileSync(committed, "utf8");
  const salt = SALT.test(text) || !existsSync(copy) ? undefined : SALT.exec(readFileSync(copy, "utf8"))?.[0];
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, salt === undefined ? text : `${text.trimEnd()}\n${salt}\n`);
  return ["--config-file", copy];
}
