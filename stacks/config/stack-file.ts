import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { nearest, UserError } from "@pyairtable/diagnostics";
import { type Document, parseDocument } from "yaml";
import type { PlatformConfig } from "../../catalog/platform-config.ts";
import { readSettings } from "./settings.ts";

/**
 * Reads `Pulumi.<stack>.yaml` of a folder, for commands that run without the engine.
 *
 * Throws a `UserError` for an unknown stack, YAML that does not parse, and whatever `readPlatformConfig` finds.
 */
export function fromYamlFile(stack: string, folder: string): PlatformConfig {
  const file = `Pulumi.${stack}.yaml`;
  const known = stacksIn(folder);
  if (!/^[A-Za-z0-9_.-]{1,100}$/.test(stack) || !existsSync(path.join(folder, file))) {
    const near = nearest(stack, known);
    const fix =
      near === undefined ? `Add ${file}, or name a stack that exists.` : `Write --stack ${near}, or add ${file}.`;
    const wanted = known.length === 0 ? "a Pulumi.<stack>.yaml beside Pulumi.yaml" : `one of ${known.join(", ")}`;
    throw new UserError("stack", [
      { code: "config.unknown-stack", path: "stack", got: JSON.stringify(stack), wanted, fix },
    ]);
  }
  return readSettings(settingsOf(readFileSync(path.join(folder, file), "utf8"), file), file);
}

/** Stacks that have a file in the folder, sorted. */
export function stacksIn(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? [])
    .sort();
}

/** The `config` mapping of a stack file's text. */
function settingsOf(text: string, file: string): Readonly<Record<string, unknown>> {
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true, merge: false });
  if (document.errors.length > 0) {
    throw new UserError(
      file,
      document.errors.map((error) => ({
        code: error.code === "DUPLICATE_KEY" ? "config.duplicate-key" : "config.yaml",
        path: `${file}:${error.linePos?.[0].line ?? 1}`,
        got: error.message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, ""),
        wanted: error.code === "DUPLICATE_KEY" ? "each key once" : "YAML that parses",
        fix:
          error.code === "DUPLICATE_KEY" ? "Remove one of the two." : "Correct the line; indentation is spaces only.",
      })),
    );
  }
  const root = plainValue(document, file);
  const config = isMapping(root) ? root.config : undefined;
  if (isMapping(config)) return config;
  const got = root === null || root === undefined ? "an empty file" : "no mapping under config";
  throw new UserError(file, [
    {
      code: "config.missing",
      path: `${file}: config`,
      got,
      wanted: "a mapping of settings",
      fix: "Add config: with pyairtable:platform below.",
    },
  ]);
}

// Aliases are followed only here: unknown ones, and those that multiply without end, are refused.
function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const fix = "Write the values out.";
    throw new UserError(file, [
      { code: "config.yaml", path: file, got: error.message, wanted: "aliases that resolve, few of them", fix },
    ]);
  }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
