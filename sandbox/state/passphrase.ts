import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@pyairtable/diagnostics";
import type { SandboxPaths } from "./paths.ts";

/**
 * What opens the stack's secrets: the user's own PULUMI_CONFIG_PASSPHRASE or …_FILE where set,
 * else a random one made for this sandbox (mode 0600).
 */
export function passphraseEnvironment(paths: SandboxPaths, env: NodeJS.ProcessEnv): Record<string, string> {
  const file = env.PULUMI_CONFIG_PASSPHRASE_FILE;
  if (env.PULUMI_CONFIG_PASSPHRASE !== undefined) return {};
  if (file !== undefined) {
    if (existsSync(file)) return {};
    throw passphraseError(
      "PULUMI_CONFIG_PASSPHRASE_FILE",
      `no file at ${file}`,
      "Create the file or unset the variable.",
    );
  }
  if (!existsSync(paths.passphrase)) {
    if (hasStacks(paths)) {
      throw passphraseError(
        paths.passphrase,
        "stacks, but no passphrase that opens them",
        "Restore the file, set PULUMI_CONFIG_PASSPHRASE, or remove the sandbox folder to start anew.",
      );
    }
    writeFileSync(paths.passphrase, randomBytes(24).toString("base64url"), { mode: 0o600 });
  }
  return { PULUMI_CONFIG_PASSPHRASE: readFileSync(paths.passphrase, "utf8") };
}

function hasStacks(paths: SandboxPaths): boolean {
  const directory = join(paths.state, ".pulumi", "stacks");
  return existsSync(directory) && readdirSync(directory).length > 0;
}

function passphraseError(path: string, got: string, fix: string): UserError {
  return new UserError("sandbox", [
    { code: "sandbox.passphrase-missing", path, got, wanted: "the passphrase of this sandbox's stacks", fix },
  ]);
}
