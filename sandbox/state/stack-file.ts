import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { throwIfAny } from "@pyairtable/diagnostics";
import { parseDocument } from "yaml";
import { type CommandLine, factsOf } from "../command-line.ts";
import type { SandboxPaths } from "./paths.ts";
import type { Project } from "./stack.ts";

const SALT = /^encryptionsalt: .*$/m;

/**
 * The CLI writes a stack's `encryptionsalt` into its stack file, but a sandbox's salt belongs to a passphrase
 * nobody else has. So commands get a copy of the committed file below the sandbox folder, and the salt stays there.
 * Returns the flags to add to the command.
 */
export function configFileFlags(project: Project, stack: string, line: CommandLine, paths: SandboxPaths): string[] {
  const given = line.args.some((argument) => argument === "--config-file" || argument.startsWith("--config-file="));
  const committed = join(project.directory, `Pulumi.${stack}.yaml`);
  if (given || !factsOf(line).configFile || !existsSync(committed)) return [];
  const copy = join(paths.root, "config", project.name, `Pulumi.${stack}.yaml`);
  const text = readFileSync(committed, "utf8");
  refuseBrokenYaml(committed, text);
  const salt = SALT.test(text) || !existsSync(copy) ? undefined : SALT.exec(readFileSync(copy, "utf8"))?.[0];
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, salt === undefined ? text : `${text.trimEnd()}\n${salt}\n`);
  return ["--config-file", copy];
}

/** Here, so that the message names the file the user wrote and not the copy. */
function refuseBrokenYaml(path: string, text: string): void {
  const { errors } = parseDocument(text);
  throwIfAny(
    basename(path),
    errors.map((error) => ({
      code: "sandbox.stack-file-syntax",
      path: `${basename(path)}: line ${error.linePos?.[0].line ?? 1}`,
      got: error.message.split("\n")[0]?.replace(/ at line .*$/, "") ?? "",
      wanted: "YAML",
      fix: "Correct the line; a missing space after a colon or a wrong indent is the usual cause.",
    })),
  );
}
