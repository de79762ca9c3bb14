import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const CHECKOUT = fileURLToPath(new URL("../../", import.meta.url));

export interface SandboxPaths {
  readonly root: string;
  /** PULUMI_HOME: a person's own login is never touched; holds the policy analyzer as a plugin. */
  readonly home: string;
  /** The file backend. */
  readonly state: string;
  /** What the stand-in cloud holds. */
  readonly ledger: string;
  readonly passphrase: string;
  readonly compileCache: string;
}

/** Everything the sandbox keeps, below one folder: `.sandbox/` of the checkout or PYAIRTABLE_SANDBOX_DIR. */
export function sandboxPaths(env: NodeJS.ProcessEnv = process.env): SandboxPaths {
  const root = resolve(env.PYAIRTABLE_SANDBOX_DIR ?? join(CHECKOUT, ".sandbox"));
  return {
    root,
    home: join(root, "home"),
    state: join(root, "state"),
    ledger: join(root, "cloud.jsonl"),
    passphrase: join(root, "passphrase"),
    compileCache: join(root, "compile-cache"),
  };
}
