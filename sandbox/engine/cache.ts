import { join } from "node:path";
import { cacheDirectory } from "@pyairtable/go-build";
import { CLI_VERSION } from "./version.ts";

/** Where the built or installed CLI lives. */
export function engineCacheDirectory(env: NodeJS.ProcessEnv = process.env): string {
  return join(cacheDirectory("engine", env), CLI_VERSION);
}
