import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@pyairtable/diagnostics";
import { parse } from "yaml";
import type { SandboxPaths } from "./paths.ts";

/** Project name and stack files of the folder a command runs in. */
export interface Project {
  readonly directory: string;
  readonly name: string;
  /** Stacks with a `Pulumi.<stack>.yaml`, sorted. */
  readonly stacks: readonly string[];
}

export function readProject(directory: string): Project {
  const file = join(directory, "Pulumi.yaml");
  if (!existsSync(file)) {
    throw new UserError("sandbox", [
      {
        code: "sandbox.no-project",
        path: directory,
        got: "no Pulumi.yaml",
        wanted: "a Pulumi project",
        fix: "Run from the checkout, or name a project by --cwd.",
      },
    ]);
  }
  const { name } = parse(readFileSync(file, "utf8")) as { name: string };
  const stacks = readdirSync(directory)
    .map((entry) => /^Pulumi\.(.+)\.yaml$/.exec(entry)?.[1])
    .filter((stack) => stack !== undefined)
    .sort();
  return { directory, name, stacks };
}

/** The stack named, or the one used last in this sandbox. */
export function chooseStack(
  project: Project,
  named: string | undefined,
  paths: SandboxPaths,
  env: NodeJS.ProcessEnv,
): string | undefined {
  const last = join(paths.root, `last-stack-${project.name}`);
  const stack = named ?? env.PULUMI_STACK ?? (existsSync(last) ? readFileSync(last, "utf8") : undefined);
  if (stack !== undefined) writeFileSync(last, stack);
  return stack;
}

/** Makes the stack on first use where it has a stack file; refuses a name that has none. */
export function ensureStack(
  project: Project,
  stack: string,
  paths: SandboxPaths,
  cli: string,
  env: NodeJS.ProcessEnv,
): void {
  const short = stack.split("/").at(-1) as string;
  if (existsSync(join(paths.state, ".pulumi", "stacks", project.name, `${short}.json`))) return;
  if (!project.stacks.includes(short)) {
    throw new UserError("sandbox", [
      {
        code: "sandbox.unknown-stack",
        path: `--stack ${stack}`,
        got: `no Pulumi.${short}.yaml in ${project.name}`,
        wanted: `one of ${project.stacks.join(", ")}`,
        fix: `Name a stack that exists, or add Pulumi.${short}.yaml.`,
      },
    ]);
  }
  // In a folder of its own: `stack init` writes a salt into the stack file beside Pulumi.yaml.
  const directory = join(paths.root, "init", project.name);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "Pulumi.yaml"), `name: ${project.name}\nruntime: nodejs\n`);
  const args = ["stack", "init", short, "--non-interactive", "--cwd", directory];
  const made = spawnSync(cli, args, { env, encoding: "utf8" });
  if (made.status !== 0 && !/already exists/.test(made.stderr)) {
    throw new Error(`pulumi stack init ${short}: ${made.stderr}`);
  }
}
