import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";

/**
 * Keeps the committed stack file clean: the CLI writes this sandbox's `encryptionsalt` into it, which
 * belongs to a passphrase nobody else has, and lays the file out anew. Call before a command, then call
 * what it returns after. A file whose content changed (`config set`, a secret) is left as the CLI wrote it.
 */
export function guardStackFile(directory: string, stack: string): () => void {
  const path = join(directory, `Pulumi.${stack}.yaml`);
  if (!existsSync(path)) return () => {};
  const before = readFileSync(path, "utf8");
  return () => {
    if (!existsSync(path)) return;
    const after = readFileSync(path, "utf8");
    if (after !== before && isDeepStrictEqual(withoutSalt(after), withoutSalt(before))) writeFileSync(path, before);
  };
}

function withoutSalt(text: string): unknown {
  try {
    const { encryptionsalt: _, ...rest } = (parse(text) ?? {}) as Record<string, unknown>;
    return rest;
  } catch {
    return text;
  }
}
