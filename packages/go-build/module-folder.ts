import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@pyairtable/diagnostics";
import { cacheDirectory } from "./cache.ts";
import { runGo } from "./run-go.ts";

export interface ModuleFolder {
  /** Module path, such as `sigs.k8s.io/karpenter`. */
  readonly path: string;
  readonly version: string;
  /** Folder with the module's files, read-only. */
  readonly directory: string;
}

/**
 * The unpacked zip of a module that a committed go.mod requires, fetched where it is not there yet and checked
 * against the committed go.sum. Throws a `UserError` (`go-build.module`) where it cannot be had.
 */
export async function moduleFolder(module: string, path: string, env = process.env): Promise<ModuleFolder> {
  const version = required(module, path);
  const stamp = join(cacheDirectory("go", env), "folders", `${path}@${version}`.replaceAll("/", "+"));
  const known = existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined;
  if (known !== undefined && existsSync(known)) return { path, version, directory: known };

  const result = await runGo(["mod", "download", "-json", `${path}@${version}`], module, env);
  const answer = "output" in result ? (JSON.parse(result.output) as { Dir?: string; Error?: string }) : {};
  if (answer.Dir !== undefined) {
    mkdirSync(join(cacheDirectory("go", env), "folders"), { recursive: true });
    writeFileSync(`${stamp}.partial-${process.pid}`, answer.Dir);
    renameSync(`${stamp}.partial-${process.pid}`, stamp);
    return { path, version, directory: answer.Dir };
  }
  throw new UserError(`${path} ${version}`, [
    {
      code: "go-build.module",
      path,
      got: "refused" in result ? result.refused : (answer.Error ?? "no folder"),
      wanted: `the files of ${path} ${version} from the Go module proxy`,
      fix: "Mend what the line above names, then run the command again.",
    },
  ]);
}

function required(module: string, path: string): string {
  const lines = readFileSync(join(module, "go.mod"), "utf8").split("\n");
  const version = lines
    .map((line) =>
      line
        .replace(/^require\b/, "")
        .trim()
        .split(/\s+/),
    )
    .find(([name]) => name === path)?.[1];
  if (version === undefined) throw new Error(`${join(module, "go.mod")} does not require ${path}`);
  return version;
}
