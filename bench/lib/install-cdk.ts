import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CDK_FOLDER } from "./paths.ts";

const STAMP = join(CDK_FOLDER, "node_modules", ".installed-lock");

/** Installs CDK and cdk-nag by their own lock file, once for each version of it; later runs need no network. */
export function installCdk(): void {
  const lock = createHash("sha256")
    .update(readFileSync(join(CDK_FOLDER, "package-lock.json")))
    .digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === lock) return;
  console.log("installing aws-cdk-lib, aws-cdk and cdk-nag in bench/cdk");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: CDK_FOLDER,
    stdio: "inherit",
  });
  if (npm.status !== 0) throw new Error("npm ci in bench/cdk failed; the first run of the bench needs a network");
  writeFileSync(STAMP, lock);
}
