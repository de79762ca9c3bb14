import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SALT = /^encryptionsalt: .*\n?/m;

/**
 * Keeps the committed stack file clean: the CLI writes this sandbox's `encryptionsalt` into it, which
 * belongs to a passphrase nobody else has. Call before a command, then call what it returns after.
 * A file that changed in any other way (`config set`, a secret) is left as the CLI wrote it.
 */
export function guardStackFile(directory: string, stack: string): () => void {
  const path = join(directory, `Pulumi.${stack}.yaml`);
  if (!existsSync(path)) return () => {};
  const before = readFileSync(path, "utf8");
  return () => {
    if (!existsSync(path)) return;
    const after = readFileSync(path, "utf8");
    if (after !== before && same(after.replace(SALT, ""), before.replace(SALT, ""))) writeFileSync(path, before);
  };
}

function same(a: string, b: string): boolean {
  return a.trimEnd() === b.trimEnd();
}
