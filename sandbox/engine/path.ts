import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** First executable file of that name on PATH, leaving out npm's own folders (the npm `pulumi` is a downloader). */
export function findOnPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  for (const directory of (env.PATH ?? "").split(delimiter)) {
    if (directory === "" || directory.includes("node_modules")) continue;
    const candidate = join(directory, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not here: look further.
    }
  }
  return undefined;
}
