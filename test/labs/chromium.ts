import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** The browser of this machine: `CHROMIUM_PATH`, else the first on PATH. One clear error where there is none. */
export function chromiumPath(env: NodeJS.ProcessEnv = process.env): string {
  const own = env.CHROMIUM_PATH;
  const candidates =
    own === undefined || own === ""
      ? NAMES.flatMap((name) => (env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)))
      : [own];
  const found = candidates.find(isExecutable);
  if (found !== undefined) return found;
  const where = own === undefined || own === "" ? `none of ${NAMES.join(", ")} is on PATH` : `CHROMIUM_PATH is ${own}`;
  throw new Error(
    `no Chromium: ${where}. Install it (Debian: apt-get install chromium), or let CHROMIUM_PATH name it.`,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts it without a window and without anything it would do over a network by itself. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--host-resolver-rules=MAP * ~NOTFOUND",
    ],
  });
}
