import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const CHECKOUT = fileURLToPath(new URL("../../", import.meta.url));
const CLI = join(CHECKOUT, "sandbox", "cli.ts");

export interface CommandResult {
  readonly code: number;
  /** Standard output and error as they came. */
  readonly output: string;
  readonly stdout: string;
}

/** A sandbox with a backend and a cloud of its own in a temporary folder. */
export interface IsolatedSandbox {
  readonly directory: string;
  readonly ledgerPath: string;
  run(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<CommandResult>;
  start(args: readonly string[], env?: NodeJS.ProcessEnv): { child: ChildProcess; result: Promise<CommandResult> };
  /** The engine's stored deployment of a stack; undefined before the first checkpoint. */
  checkpoint(project: string, stack: string): Checkpoint | undefined;
  remove(): void;
}

export interface Checkpoint {
  readonly resources?: readonly { urn: string; type: string; id?: string; custom: boolean; delete?: boolean }[];
  readonly pending_operations?: readonly unknown[];
}

export function isolatedSandbox(label: string): IsolatedSandbox {
  const directory = mkdtempSync(join(tmpdir(), `pyairtable-${label}-`));
  const start: IsolatedSandbox["start"] = (args, env = {}) =>
    startNode([CLI, ...args], { PYAIRTABLE_SANDBOX_DIR: directory, NO_COLOR: "1", ...env });
  return {
    directory,
    ledgerPath: join(directory, "cloud.jsonl"),
    start,
    run: (args, env) => start(args, env).result,
    checkpoint: (project, stack) => {
      const path = join(directory, "state", ".pulumi", "stacks", project, `${stack}.json`);
      if (!existsSync(path)) return undefined;
      return JSON.parse(readFileSync(path, "utf8")).checkpoint.latest ?? {};
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** Starts a program of the checkout and gathers what it says. `env` is added to this process's own. */
export function startNode(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { child: ChildProcess; result: Promise<CommandResult> } {
  const child = spawn(process.execPath, args, {
    cwd: CHECKOUT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, result: collect(child) };
}

function collect(child: ChildProcess): Promise<CommandResult> {
  let output = "";
  let stdout = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    output += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code: code ?? (signal ? 137 : 1), output, stdout }));
  });
}

/** Folders and files the program is made of; the rest of the checkout is linked or left out. */
const PROGRAM = [
  "catalog",
  "components",
  "stacks",
  "monitoring",
  "policies",
  "index.ts",
  "package.json",
  "Pulumi.yaml",
  "Pulumi.dev.yaml",
  "Pulumi.lab.yaml",
  "Pulumi.prod.yaml",
  "Pulumi.prod-eks.yaml",
];

/** Copies the program to a temporary folder, so that a test can break it. Packages and dependencies stay shared. */
export function copyOfProgram(label: string): { directory: string; remove(): void } {
  const directory = mkdtempSync(join(tmpdir(), `pyairtable-program-${label}-`));
  for (const entry of PROGRAM) cpSync(join(CHECKOUT, entry), join(directory, entry), { recursive: true });
  for (const shared of ["node_modules", "packages"]) symlinkSync(join(CHECKOUT, shared), join(directory, shared));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
