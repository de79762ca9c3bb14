import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Attempt } from "./build.ts";
import { CLI_VERSION } from "./version.ts";

/** The vendor's own installer script; another address by PYAIRTABLE_PULUMI_INSTALLER, `off` to leave it out. */
const INSTALLER = "https://get.pulumi.com/";
const ANSWER_WITHIN_MS = 5_000;

/** Installs the official CLI with its language hosts into the cache, where the network allows it. */
export async function installFromVendor(cache: string, env = process.env): Promise<Attempt> {
  const address = env.PYAIRTABLE_PULUMI_INSTALLER ?? INSTALLER;
  if (address === "off") return { refused: "switched off by PYAIRTABLE_PULUMI_INSTALLER" };
  let script: string;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    if (!response.ok) return { refused: `answered ${response.status}` };
    script = await response.text();
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name;
    return { refused: `not reachable within ${ANSWER_WITHIN_MS / 1000} s (${cause})` };
  }
  const root = join(cache, "vendor");
  const args = ["-s", "--", "--version", CLI_VERSION.slice(1), "--install-root", root, "--no-edit-path"];
  const run = spawnSync("sh", args, { input: script, env, encoding: "utf8", timeout: 180_000 });
  const path = join(root, "bin", "pulumi");
  if (run.status === 0 && existsSync(path)) return { path };
  return {
    refused: `the installer ended with ${run.status ?? run.signal}: ${run.stderr.trim().split("\n").at(-1) ?? ""}`,
  };
}
