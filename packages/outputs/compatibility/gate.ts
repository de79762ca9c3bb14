import type { Diagnostic } from "@pyairtable/diagnostics";
import type { JsonSchema } from "../json-schema.ts";
import { compareVersions, PLATFORM_OUTPUT, parseVersion, type SemanticVersion } from "../version.ts";
import { isBreaking } from "./change.ts";
import { compareSchemas } from "./compare.ts";

/** How messages name a contract: its output, and the constant that holds its version. */
export interface ContractWords {
  readonly output: string;
  readonly constant: string;
}

const PLATFORM: ContractWords = { output: PLATFORM_OUTPUT, constant: "CONTRACT_VERSION" };

/**
 * Holds the current contract against a released one. Empty where the version says honestly what changed:
 * a new major for a break, a new minor for an addition, never an older version.
 */
export function checkCompatibility(
  released: JsonSchema,
  current: JsonSchema,
  { output, constant }: ContractWords = PLATFORM,
): Diagnostic[] {
  const before = versionOf(released);
  const after = versionOf(current);
  if (before === undefined || after === undefined) return [unreadable(released, current)];
  if (compareVersions(after, before) < 0) return [older(before, after, constant)];
  if (after.major > before.major) return [];
  const changes = compareSchemas(released, current, output);
  const breaks = changes.filter(isBreaking).map(
    (change): Diagnostic => ({
      code: `contract.${change.kind}`,
      path: change.path,
      got: change.after,
      wanted: `${change.before}, as released in ${show(before)}`,
      fix: `Keep what was released, or raise the major version to ${before.major + 1}.0.0.`,
    }),
  );
  if (breaks.length > 0 || after.minor > before.minor) return breaks;
  return changes.map((change) => ({
    code: "contract.minor-not-raised",
    path: change.path,
    got: `${change.after} that ${show(before)} did not have, under version ${show(after)}`,
    wanted: `version ${before.major}.${before.minor + 1}.0 for an addition`,
    fix: `Raise ${constant} to ${before.major}.${before.minor + 1}.0.`,
  }));
}

/** Version in `$id: urn:pyairtable:<contract>:<version>`. */
export function versionOf(schema: JsonSchema): SemanticVersion | undefined {
  return parseVersion(String(schema.$id).replace(/^urn:pyairtable:[a-z]+:/, ""));
}

function unreadable(released: JsonSchema, current: JsonSchema): Diagnostic {
  return {
    code: "contract.version-missing",
    path: "$id",
    got: `${JSON.stringify(released.$id)} and ${JSON.stringify(current.$id)}`,
    wanted: "urn:pyairtable:<contract>:<major>.<minor>.<patch> in both",
    fix: "Regenerate the schema with `npm run generate`.",
  };
}

function older(before: SemanticVersion, after: SemanticVersion, constant: string): Diagnostic {
  return {
    code: "contract.version-lowered",
    path: "$id",
    got: show(after),
    wanted: `${show(before)} or later`,
    fix: `Raise ${constant}; a released version is never used twice.`,
  };
}

function show({ major, minor, patch }: SemanticVersion): string {
  return `${major}.${minor}.${patch}`;
}
