import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Installs `pulumi-analyzer-policy-nodejs` as a plugin of the sandbox's own Pulumi home: a CLI built from source
 * lacks it, and the SDK's own runner does the same work. An official CLI finds its own beside itself first.
 */
export function writeAnalyzerShim(home: string, compileCache: string): void {
  const directory = join(home, "plugins", "analyzer-policy-nodejs-v1.0.0");
  const runner = createRequire(import.meta.url).resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const preload = fileURLToPath(new URL("./preload.ts", import.meta.url));
  const script = [
    "#!/bin/sh",
    `export NODE_COMPILE_CACHE=${quote(compileCache)}`,
    `exec ${quote(process.execPath)} --import ${quote(preload)} ${quote(runner)} "$@"`,
    "",
  ].join("\n");
  const path = join(directory, "pulumi-analyzer-policy-nodejs");
  if (existsSync(path) && readFileSync(path, "utf8") === script) return;
  mkdirSync(directory, { recursive: true });
  writeFileSync(path, script);
  chmodSync(path, 0o755);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
